import type { BatchRow, BlockerGroup } from '@linggong/settlement/api';
import type { RaRecord } from 'react-admin';
import type { Text2 } from '../parts/text2';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { blockersOf, hasStuckLines, stuckReasons } from './stuck-batches';
import type { Todo } from './todos';

/** One thing that waits, as its line on the dashboard tells it. */
export interface WaitingRow {
  id: string;
  title: string;
  /** Said instead of the title where the row has a name in both languages. */
  name?: Text2;
  /** What a row with a number is about, in both languages: the title of a case. */
  about?: Text2;
  /** The enterprise whose it is; not told to that enterprise itself. */
  whose: string;
  note: string;
  /** Why a batch is stuck: how many lines for which reason. */
  reasons: readonly { count: number; title: Text2 }[];
  since: string | undefined;
  dueOn: string | undefined;
  /** The instant at which its time is over, where its clock runs by the hour. */
  dueAt: string | undefined;
  fen: number | undefined;
}

export interface Waiting {
  todo: Todo;
  count: number;
  rows: readonly WaitingRow[];
}

/** So many of each kind; the most urgent of all of them are among these. */
const shown = 50;
/** Of the batches in which something is stuck the oldest are looked into; a platform has few that are open at a time. */
const looked = 12;

type Fields = Readonly<Record<string, unknown>>;

function firstText(row: Fields, fields: readonly string[]): string | undefined {
  return fields.map((field) => row[field]).find((value): value is string => typeof value === 'string' && value !== '');
}

/** A finding has no number: it is named by its audit and kind, for which the console has words. */
function findingOf(row: Fields): string | undefined {
  const [audit, kind] = [firstText(row, ['audit']), firstText(row, ['kind'])];
  return audit === undefined || kind === undefined ? undefined : `${audit}.${kind}`;
}

/** A batch may be stuck for thirty reasons: a line names the weightiest and counts the rest. */
const reasonsNamed = 3;

export function shortReasons<R>(reasons: readonly R[]): { named: readonly R[]; more: number } {
  return { named: reasons.slice(0, reasonsNamed), more: Math.max(0, reasons.length - reasonsNamed) };
}

/** A row of any list as a line: its number, whose it is, since when, by when, how much. */
export function waitingRow(todo: Todo, row: Fields, reasons: readonly BlockerGroup[] = []): WaitingRow {
  const title =
    firstText(row, ['number', 'name', 'month', 'what', 'resource']) ?? findingOf(row) ?? String(row['id'] ?? '');
  const note = firstText(row, ['title', 'workerNameMasked', 'workerName', 'taskTitle', 'subjectLabel', 'name']) ?? '';
  const fen = todo.fen === undefined ? undefined : row[todo.fen];
  const due = todo.due === undefined ? undefined : firstText(row, [todo.due]);
  const isDay = due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due);
  return {
    id: String(row['id'] ?? ''),
    title,
    ...namedIn2(row),
    ...(isText2(row['title']) ? { about: row['title'] } : {}),
    whose: firstText(row, ['enterpriseName']) ?? '',
    note: note === title ? '' : note,
    reasons: reasons.map(({ count, title: words }) => ({ count, title: words })),
    since: todo.since === undefined ? undefined : firstText(row, [todo.since]),
    dueOn: isDay ? due : undefined,
    dueAt: isDay ? undefined : due,
    fen: typeof fen === 'number' ? fen : undefined,
  };
}

const isText2 = (value: unknown): value is Text2 =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

function namedIn2({ nameZh, nameEn }: Fields): Pick<WaitingRow, 'name'> {
  return typeof nameZh === 'string' && typeof nameEn === 'string' ? { name: { zh: nameZh, en: nameEn } } : {};
}

type Stuck = readonly { batch: RaRecord; groups: readonly BlockerGroup[] }[];

async function stuckBatches(provider: ConsoleDataProvider, todo: Todo, signal: AbortSignal): Promise<Stuck> {
  const { data } = await provider.getList<BatchRow & RaRecord>(todo.resource, {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'ASC' },
    filter: todo.filter,
    signal,
  });
  const open = data.filter(hasStuckLines).slice(0, looked);
  return Promise.all(open.map(async (batch) => ({ batch, groups: await blockersOf(Number(batch.id), signal) })));
}

/** Loads what waits, each kind the oldest first. A kind whose list is refused leaves itself out. */
export async function loadWaiting(
  provider: ConsoleDataProvider,
  todos: readonly Todo[],
  signal: AbortSignal,
): Promise<Waiting[]> {
  let batches: Promise<Stuck> | undefined;
  const found = await Promise.allSettled(
    todos.map(async (todo): Promise<Waiting> => {
      if (todo.stuck === undefined) return listed(provider, todo, signal);
      const { stuck: kind } = todo;
      batches ??= stuckBatches(provider, todo, signal);
      const mine = (await batches)
        .map(({ batch, groups }) => ({ batch, reasons: stuckReasons(kind, groups) }))
        .filter(({ reasons }) => reasons.length > 0);
      const rows = mine.slice(0, shown).map(({ batch, reasons }) => waitingRow(todo, batch, reasons));
      return { todo, count: mine.length, rows };
    }),
  );
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** Rows whose id is no number are in the order of these. */
const unnumbered: Readonly<Record<string, string>> = { jobs: 'createdAt', approvals: 'askedAt', elevations: 'fromAt' };

async function listed(provider: ConsoleDataProvider, todo: Todo, signal: AbortSignal): Promise<Waiting> {
  const { data, total = 0 } = await provider.getList(todo.resource, {
    pagination: { page: 1, perPage: shown },
    sort: { field: unnumbered[todo.resource] ?? todo.due ?? 'id', order: 'ASC' },
    filter: todo.filter,
    signal,
  });
  return { todo, count: total, rows: data.map((row: RaRecord) => waitingRow(todo, row)) };
}
