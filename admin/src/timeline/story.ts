import type { AuditEntryRow } from '../audit-entries/audit-entry';

/** Kinds of objects that have a story (时间线), and the pages that show their rows. */
export const storyPages: Readonly<Record<string, string>> = {
  worker: 'workers',
  enterprise: 'enterprises',
  task: 'tasks',
  contract: 'contracts',
  'settlement-batch': 'settlement-batches',
  order: 'orders',
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

export interface StoryPage {
  items: StoryEntry[];
  nextCursor?: string;
  objects: number;
  isCut: boolean;
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
  fields: { field: string; value: unknown; entryId: number }[];
  contradictions: Contradiction[];
}

export interface Subject {
  kind: string;
  id: string;
}

export function storyAddress({ kind, id }: Subject): string {
  return `/timelines/${kind}/${encodeURIComponent(id)}`;
}

/** A value of a state as text: what the words of states take. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
