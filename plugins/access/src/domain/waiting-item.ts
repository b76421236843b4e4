import type { Text2 } from '@linggong/core/domain';

/** Columns of a list, by what a thing that waits is told of: each row says those that it has. */
const titleColumns = ['number', 'name', 'month', 'what', 'resource'] as const;
const noteColumns = ['title', 'workerNameMasked', 'workerName', 'taskTitle', 'subjectLabel', 'name'] as const;
const otherColumns = ['id', 'nameZh', 'nameEn', 'audit', 'kind', 'enterpriseName'] as const;

/** Which columns of a kind carry its clock and its money. */
export interface WaitingColumns {
  readonly since?: string;
  readonly due?: string;
  readonly fen?: string;
}

/** What is read of a list: no more than its lines tell. */
export function columnsOfItem({ since, due, fen }: WaitingColumns): ReadonlySet<string> {
  const own = [since, due, fen].filter((column) => column !== undefined);
  return new Set<string>([...titleColumns, ...noteColumns, ...otherColumns, ...own]);
}

export interface ItemOfRow {
  readonly id: string;
  readonly title: string;
  readonly name: Text2 | null;
  readonly about: Text2 | null;
  readonly whose: string;
  readonly note: string;
  readonly since: Date | null;
  readonly dueOn: string | null;
  readonly dueAt: Date | null;
  readonly fen: bigint | null;
}

type Row = Readonly<Record<string, unknown>>;

function firstText(row: Row, columns: readonly string[]): string | undefined {
  return columns
    .map((column) => row[column])
    .find((value): value is string => typeof value === 'string' && value !== '');
}

/** A row of any list as a thing that waits: what it is called, whose it is, since when, by when, how much. */
export function itemOfRow(row: Row, { since, due, fen }: WaitingColumns): ItemOfRow {
  const id = String(row['id'] ?? '');
  const title = firstText(row, titleColumns) ?? findingOf(row) ?? id;
  const note = noteOf(row);
  const by = due === undefined ? undefined : row[due];
  const from = since === undefined ? undefined : row[since];
  const { nameZh, nameEn, title: words } = row;
  return {
    id,
    title,
    name: typeof nameZh === 'string' && typeof nameEn === 'string' ? { zh: nameZh, en: nameEn } : null,
    about: isText2(words) ? { zh: words.zh, en: words.en } : null,
    whose: firstText(row, ['enterpriseName']) ?? '',
    note: note === title ? '' : note,
    since: from instanceof Date ? from : null,
    dueOn: typeof by === 'string' ? by : null,
    dueAt: by instanceof Date ? by : null,
    fen: fen === undefined ? null : fenOf(row[fen]),
  };
}

/** What it is about; work of somebody is told with the task that it is for. */
function noteOf(row: Row): string {
  const [about, task] = [firstText(row, noteColumns), firstText(row, ['taskTitle'])];
  return [task, about].filter((part, at, parts) => part !== undefined && parts.indexOf(part) === at).join(' · ');
}

/** A finding has no number: it is named by its audit and kind, for which the console has words. */
function findingOf(row: Row): string | undefined {
  const [audit, kind] = [firstText(row, ['audit']), firstText(row, ['kind'])];
  return audit === undefined || kind === undefined ? undefined : `${audit}.${kind}`;
}

function isText2(value: unknown): value is Text2 {
  if (typeof value !== 'object' || value === null || !('zh' in value) || !('en' in value)) return false;
  return typeof value.zh === 'string' && typeof value.en === 'string';
}

function fenOf(value: unknown): bigint | null {
  return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : null;
}
