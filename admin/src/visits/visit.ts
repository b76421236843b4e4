import type { VisitsAnswer } from '@linggong/parties/api';
import { visitAnswers } from '@linggong/parties/domain';
import type { Wire } from '../parts/wire';
import { isRecord } from '../provider/problem';

/** The visits to an enterprise, and whether its application asks for one. */
export type Visits = Wire<VisitsAnswer>;
export type Visit = Visits['visits'][number];
export type VisitItem = Visit['items'][number];

/** What is said of an item while the visit goes on. */
export interface Said {
  readonly answer?: NonNullable<VisitItem['answer']>;
  readonly note: string;
}

/** Items that still keep a visit from ending: not answered although they must be, or without what shows them. */
export function lackingOf(items: readonly VisitItem[], said: Readonly<Record<string, Said>>): VisitItem[] {
  return items.filter(({ id, required, evidence, files }) => {
    const answer = said[id]?.answer;
    if (answer === undefined) return required;
    return evidence && answer !== 'not-applicable' && files.length === 0;
  });
}

/** What is sent of the items that were answered, in their order and without blank notes. */
export function answersOf(items: readonly VisitItem[], said: Readonly<Record<string, Said>>): object[] {
  return items.flatMap(({ id }) => {
    const { answer, note } = said[id] ?? { note: '' };
    if (answer === undefined) return [];
    return [{ item: id, answer, ...(note.trim() === '' ? {} : { note: note.trim() }) }];
  });
}

/** What this tab kept of a visit under way; of anything else that lies there, nothing. */
export function readSaid(stored: string | null): Record<string, Said> {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null');
    if (!isRecord(kept)) return {};
    return Object.fromEntries(
      Object.entries(kept).flatMap(([item, one]) => (isSaid(one) ? [[item, one] as const] : [])),
    );
  } catch {
    return {};
  }
}

function isSaid(one: unknown): one is Said {
  if (!isRecord(one) || typeof one['note'] !== 'string') return false;
  const { answer } = one as { answer?: unknown };
  return answer === undefined || visitAnswers.some((known) => known === answer);
}
