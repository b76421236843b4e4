import type { AuditEntryRow } from '../audit-entries/audit-entry';

/** Kinds of objects that have a story (时间线), and the pages that show their rows. */
export const storyPages: Readonly<Record<string, string>> = {
  worker: 'workers',
  enterprise: 'enterprises',
  task: 'tasks',
  contract: 'contracts',
  'settlement-batch': 'settlement-batches',
  order: 'orders',
  configuration: 'configurations',
  'risk-case': 'risk-cases',
};

/** The kind of object whose rows a page of the console shows; undefined where it has no story. */
export function kindOfPage(resource: string): string | undefined {
  return Object.entries(storyPages).find(([, page]) => page === resource)?.[0];
}

/** An entry as `GET /audit/timelines/{kind}/{id}` tells it. */
export interface StoryEntry extends AuditEntryRow {
  before: unknown;
  after: unknown;
}

/** A change of a row of the story that went past the application, masked. */
export interface PastChange {
  no: number;
  place: number;
  at: string;
  dbUser: string | null;
  userSource: string;
  application: string | null;
  subjectKind: string;
  subjectId: string;
  operation: string;
  before: unknown;
  after: unknown;
}

export interface StoryPage {
  items: StoryEntry[];
  nextCursor?: string;
  objects: number;
  isCut: boolean;
  bypasses: PastChange[];
  isBypassCut: boolean;
}

export interface Contradiction {
  entryId: number;
  field: string;
  expected: unknown;
  found: unknown;
}

/** The answer of `GET /audit/timelines/{kind}/{id}/state`. */
export interface Replay {
  at: string;
  entries: number;
  fields: { field: string; value: unknown; entryId: number | null; bypassNo: number | null }[];
  contradictions: Contradiction[];
  bypasses: PastChange[];
  isBypassCut: boolean;
}

export interface Subject {
  kind: string;
  id: string;
}

/** Entries and what went past them, newest first. */
export function storyParts(pages: readonly StoryPage[]): (StoryEntry | PastChange)[] {
  return pages.flatMap(({ items, bypasses }) => {
    const waiting = [...bypasses];
    const parts = items.flatMap((entry): (StoryEntry | PastChange)[] => {
      const newer = waiting.filter(({ at }) => Date.parse(at) > Date.parse(entry.recordedAt));
      waiting.splice(0, newer.length);
      return [...newer, entry];
    });
    return [...parts, ...waiting];
  });
}

export function storyAddress({ kind, id }: Subject): string {
  return `/timelines/${kind}/${encodeURIComponent(id)}`;
}

/** A value of a state as text: what the words of states take. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
