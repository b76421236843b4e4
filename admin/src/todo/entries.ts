import type { Todo, Waiting, WaitingRow } from './waiting';

/** One thing that waits, out of any kind of them. */
export interface Entry {
  /** `{kind}/{id}`: a thing that waits for two reasons stands there twice, each with its own reason. */
  key: string;
  todo: Todo;
  row: WaitingRow;
}

/** What the clock of a thing says: its time is over, it ends soon, it only grows older, or its day is far off. */
export type Urgency = 'late' | 'due' | 'aged' | 'later';

const dayMs = 86_400_000;
/** What ends within so long comes before what only grows older; somebody waits for that, and nobody yet for what ends after it. */
const soonMs = 3 * dayMs;

/** The instant at which a thing's time is over: that of its own clock, or the end of its day in Shanghai; undefined where it has none. */
export function deadlineOf({ dueAt, dueOn }: Pick<WaitingRow, 'dueAt' | 'dueOn'>): number | undefined {
  if (dueAt !== null) return Date.parse(dueAt);
  return dueOn === null ? undefined : Date.parse(`${dueOn}T00:00:00+08:00`) + dayMs;
}

/** @param nowMs the present in milliseconds */
export function urgencyOf(row: Pick<WaitingRow, 'dueAt' | 'dueOn'>, nowMs: number): Urgency {
  const deadline = deadlineOf(row);
  if (deadline === undefined) return 'aged';
  if (deadline <= nowMs) return 'late';
  return deadline <= nowMs + soonMs ? 'due' : 'later';
}

const order: Readonly<Record<Urgency, number>> = { late: 0, due: 1, aged: 2, later: 3 };

/**
 * One list out of all kinds, the most urgent clock first: what is late, the longest late before the others; then what ends
 * within three days, the nearest first; then by age, the oldest first; then what ends later. Equals keep the order of their kinds.
 */
export function entriesOf(waiting: readonly Waiting[], nowMs: number): Entry[] {
  const clock = (row: WaitingRow): number => {
    const at = deadlineOf(row) ?? (row.since === null ? Number.NaN : Date.parse(row.since));
    // What tells no time stands behind all that do.
    return Number.isNaN(at) ? Number.MAX_SAFE_INTEGER : at;
  };
  return waiting
    .flatMap(({ todo, rows }) => rows.map((row): Entry => ({ key: `${todo.key}/${row.id}`, todo, row })))
    .sort(
      (one, other) =>
        order[urgencyOf(one.row, nowMs)] - order[urgencyOf(other.row, nowMs)] || clock(one.row) - clock(other.row),
    );
}

/**
 * What comes when a thing has been decided: the one that stood behind it, else the one before it, else the first there is.
 * @param before the list as it was, with the thing in it
 */
export function nextOf(before: readonly Entry[], now: readonly Entry[], decided: string): Entry | undefined {
  const at = before.findIndex(({ key }) => key === decided);
  const left = new Map(now.map((entry) => [entry.key, entry]));
  left.delete(decided);
  const candidates = [...before.slice(at + 1), ...before.slice(0, Math.max(0, at)).reverse()];
  return candidates.map(({ key }) => left.get(key)).find((entry) => entry !== undefined) ?? [...left.values()][0];
}

/** The neighbour of a thing in the list; the first where nothing is open. */
export function neighbourOf(entries: readonly Entry[], open: string | undefined, by: 1 | -1): Entry | undefined {
  const at = entries.findIndex(({ key }) => key === open);
  if (at < 0) return by > 0 ? entries[0] : entries.at(-1);
  return entries[Math.min(entries.length - 1, Math.max(0, at + by))];
}

/** Things that need a whole page: their tables and editors are wider than what stands beside a list. */
const pagesOfTheirOwn: ReadonlySet<string> = new Set(['settlement-batches', 'configurations', 'tasks']);

export function needsPage({ resource }: Pick<Todo, 'resource'>): boolean {
  return pagesOfTheirOwn.has(resource) || withoutPage.has(resource);
}

/** Things that have no page; their list has all there is of them, and what can be done. */
const withoutPage: ReadonlySet<string> = new Set(['unmatched-answers']);

/** The page of a thing itself, and what leads back from there to what comes next. */
export function pageOfEntry({ key, todo: { resource, filter }, row }: Entry): { to: string; state: { todo: string } } {
  const to = withoutPage.has(resource)
    ? `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter ?? {}))}`
    : `/${resource}/${encodeURIComponent(row.id)}/show`;
  return { to, state: { todo: key } };
}

/** The address of a thing in the list of what waits; the kinds that are shown go with it. */
export function entryAt({ key }: Pick<Entry, 'key'>, search: string): string {
  const [kind = '', id = ''] = key.split(/\/(.*)/);
  return `/todo/${kind}/${encodeURIComponent(id)}${search}`;
}
