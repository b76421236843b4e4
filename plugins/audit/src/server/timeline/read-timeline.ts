import type { Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { foldStory, type FoldedStory, type StoryChange, type StoryEntry } from '../../domain/fold-timeline';
import { entryColumns, type EntryRow } from '../search/entry-columns';
import { afterCursor, pageOfRows, placeColumn } from '../search/entry-cursor';
import { withinTime } from '../search/search-entries';
import { discreet, withoutHolds } from './discretion';
import { pastChanges, type PastChange } from './past-changes';
import { isRowNumber } from './row-number';
import { demandStory, mayRead, readsWholeLog, type Reader } from './reader';
import { subjectsOf, type Stories, type Subject } from './stories';

export interface TimelineQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface TimelinePage {
  readonly items: readonly EntryRow[];
  readonly nextCursor?: string;
  /** Objects whose entries are told: the object itself and its relatives. */
  readonly objects: number;
  /** True where there are more relatives than are told. */
  readonly isCut: boolean;
  /** What went past the application within the time of this page, newest first; none for who may not read that. */
  readonly bypasses: readonly PastChange[];
  readonly isBypassCut: boolean;
}

/**
 * A page of the story (时间线) of an object, newest first, by cursor: its own entries and those of what belongs to it, for a person also
 * what he did himself – as far as the reader may read these things. Who does not read the whole log is told neither addresses nor
 * sessions nor request numbers, and of states and reasons no more than of the objects themselves (`discretion.ts`).
 * @throws Problem 404 for what is not there or lies outside of his rows; 422 `search-too-wide` after two seconds
 */
export async function readTimeline(
  db: Database,
  stories: Stories,
  subject: Subject,
  query: TimelineQuery,
  reader: Reader,
): Promise<TimelinePage> {
  await demandStory(db, stories, subject, reader);
  const isWhole = readsWholeLog(reader.role);
  const readable = (resource: string): boolean => mayRead(reader.role, resource);
  return db.transaction((tx) =>
    withinTime(tx, async () => {
      const { subjects, isCut } = await subjectsOf(tx, stories, subject, readable);
      const kinds = isWhole ? null : readableKinds(stories, readable);
      const { sql, values } = pageStatement(subject, subjects, kinds, query, withoutHolds(reader.role));
      const rows = await tx.query<EntryRow & { place: string }>(sql, values);
      const page = pageOfRows(rows, query.limit);
      const items = isWhole ? page.items : page.items.map((entry) => toldTo(stories, reader.role, entry));
      const window = { fromMicros: microsOf(page.nextCursor), untilMicros: microsOf(query.cursor) };
      const past = readable('audit-bypass') ? await pastChanges(tx, stories, subjects, window) : none;
      const { changes: bypasses, isCut: isBypassCut } = past;
      return { ...page, items, objects: subjects.length, isCut, bypasses, isBypassCut };
    }),
  );
}

const none = { changes: [], isCut: false };

function microsOf(cursor: string | undefined): string | undefined {
  return cursor?.split('.')[0];
}

/** Kinds of objects that the reader may read of: of what a person did, the rest is not told. */
function readableKinds(stories: Stories, readable: (resource: string) => boolean): string[] {
  const { kinds, relations } = stories.all();
  return [...kinds, ...relations].filter(({ resource }) => readable(resource)).map(({ kind }) => kind);
}

/**
 * From each object the newest entries by its index, then the newest of these: no month is read whole.
 * @param narrowing conditions over `a`, each with its AND
 */
export function pageStatement(
  { kind, id }: Subject,
  subjects: readonly Subject[],
  kinds: readonly string[] | null,
  { limit, cursor }: TimelineQuery,
  narrowing = '',
): { sql: string; values: unknown[] } {
  const values: unknown[] = [subjects.map((one) => one.kind), subjects.map((one) => one.id)];
  let before = narrowing;
  if (cursor !== undefined) {
    const after = afterCursor(cursor);
    before += ` AND ${after.sql.replace(/\$(\d)/g, (_match, place: string) => `$${2 + Number(place)}`)}`;
    values.push(...after.values);
  }
  const order = `ORDER BY a.recorded_at DESC, a.seq DESC LIMIT ${limit + 1}`;
  const keys = `SELECT a.recorded_at, a.seq FROM audit.published_entries a`;
  const person =
    kind === 'worker' && isRowNumber(id)
      ? `UNION (${keys} WHERE a.worker_id = $${values.push(Number(id))}
           AND ($${values.push(kinds)}::text[] IS NULL OR a.subject_kind = ANY ($${values.length}::text[])) ${before} ${order})`
      : '';
  const sql = `WITH told AS (
      (SELECT k.recorded_at, k.seq FROM unnest($1::text[], $2::text[]) AS s(kind, id)
        CROSS JOIN LATERAL (${keys} WHERE a.subject_kind = s.kind AND a.subject_id = s.id ${before} ${order}) k)
      ${person}),
    page AS (SELECT a.recorded_at, a.seq FROM told a ${order})
    SELECT ${entryColumns}, ${placeColumn} FROM page p
      JOIN audit.published_entries a ON a.seq = p.seq AND a.recorded_at = p.recorded_at
     ORDER BY a.recorded_at DESC, a.seq DESC`;
  return { sql, values };
}

function toldTo(stories: Stories, role: Reader['role'], entry: EntryRow): EntryRow {
  const { subjectKind } = entry;
  return {
    ...discreet(stories, role, subjectKind, entry),
    address: null,
    sessionId: null,
    traceId: '',
    approvalId: null,
  };
}

/** Entries of one object that are folded at once. */
const entriesMax = 5_000;

/** An entry, and where it stands. */
type PlacedEntry = StoryEntry & { readonly recordedAt: Date };

/**
 * The state of an object as the log tells it (状态回放): its own entries folded up to an instant of doing, with what contradicts itself, and
 * what went past the application at its place.
 * @throws Problem 404 as `readTimeline`; 422 `timeline-too-long` beyond 5,000 entries, 422 `search-too-wide`
 */
export async function replayStory(
  db: Database,
  stories: Stories,
  subject: Subject,
  at: Date,
  reader: Reader,
): Promise<FoldedStory & { entries: number; bypasses: readonly PastChange[]; isBypassCut: boolean }> {
  await demandStory(db, stories, subject, reader);
  const untilMicros = String(BigInt(at.getTime()) * 1000n);
  const { entries, past } = await db.transaction((tx) =>
    withinTime(tx, async () => ({
      entries: await tx.query<PlacedEntry>(
        `SELECT a.seq AS id, a.recorded_at AS "recordedAt", a.action, a.outcome, a.before, a.after,
                a.ids_sha256 IS NOT NULL AS "ofMembers" FROM audit.published_entries a
          WHERE a.subject_kind = $1 AND a.subject_id = $2 AND a.at <= $3 ${withoutHolds(reader.role)}
          ORDER BY a.recorded_at, a.seq LIMIT ${entriesMax + 1}`,
        [subject.kind, subject.id, at],
      ),
      past: mayRead(reader.role, 'audit-bypass') ? await pastChanges(tx, stories, [subject], { untilMicros }) : none,
    })),
  );
  if (entries.length > entriesMax) throw tooLong();
  const told = readsWholeLog(reader.role)
    ? entries
    : entries.map((entry) => discreet(stories, reader.role, subject.kind, entry));
  const folded = foldStory(inOrder(told, past.changes));
  return { ...folded, entries: entries.length, bypasses: past.changes, isBypassCut: past.isCut };
}

/** Entries and changes past them, oldest first. */
function inOrder(entries: readonly PlacedEntry[], changes: readonly PastChange[]): (StoryEntry | StoryChange)[] {
  const waiting = [...changes].reverse();
  const parts: (StoryEntry | StoryChange)[] = [];
  const takeUntil = (until: number): void => {
    for (let next = waiting[0]; next && next.at.getTime() < until; next = waiting[0]) {
      parts.push({ ...next, bypassNo: next.no });
      waiting.shift();
    }
  };
  for (const entry of entries) {
    takeUntil(entry.recordedAt.getTime());
    parts.push(entry);
  }
  takeUntil(Infinity);
  return parts;
}

const tooLong = (): Error =>
  problem(422, 'timeline-too-long', {
    zh: `该对象的记录超过 ${entriesMax} 条，无法一次回放。请选择更早的时刻`,
    en: `The object has more than ${entriesMax} entries, too many to replay at once. Choose an earlier instant`,
  });
