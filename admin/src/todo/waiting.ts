import type { WaitingAnswer, WaitingItem } from '@linggong/access/api';

/** A kind of things that wait, as the server tells it. */
export interface Todo {
  key: string;
  /** The list of the console that has them. */
  resource: string;
  /** What leaves only them in that list; undefined where no filter says so. */
  filter: Readonly<Record<string, unknown>> | undefined;
  /** Field of the list with the money at stake. */
  fen: string | undefined;
}

/** One thing that waits, as its line tells it; instants are texts on the wire. */
export type WaitingRow = Omit<WaitingItem, 'kind' | 'since' | 'dueAt' | 'fen'> & {
  since: string | null;
  dueAt: string | null;
  fen: number | null;
};

export interface Waiting {
  todo: Todo;
  count: number;
  rows: readonly WaitingRow[];
}

/** What `GET /api/v1/me/waiting` answers, as it is on the wire. */
export type WaitingWire = Pick<WaitingAnswer, 'kinds'> & {
  at: string;
  items: readonly (WaitingRow & { kind: string })[];
};

/** The kinds with their things. */
export function kindsOf({ kinds, items }: WaitingWire): Waiting[] {
  return kinds.map(({ kind, list, filter, fenField, count }) => ({
    todo: { key: kind, resource: list, filter: filter ?? undefined, fen: fenField ?? undefined },
    count,
    rows: items.filter((item) => item.kind === kind),
  }));
}

/** A batch may be stuck for thirty reasons: a line names the weightiest and counts the rest. */
const reasonsNamed = 3;

export function shortReasons<R>(reasons: readonly R[]): { named: readonly R[]; more: number } {
  return { named: reasons.slice(0, reasonsNamed), more: Math.max(0, reasons.length - reasonsNamed) };
}
