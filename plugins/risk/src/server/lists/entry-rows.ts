import type { Queryable } from '@linggong/core';
import { notFound, type Day } from '@linggong/core/domain';
import type { ListEntryAnswer, ListEntryDetail } from '../../api';

/** Columns of an entry of `risk.list_entries e`; `day` is SQL of today, by which a dated entry is over. */
export const entryColumns = (day: string): string => `e.id, e.number, e.kind, e.subject_kind AS "subjectKind",
  e.value_masked AS value, e.rules, e.source, e.reason, e.ends_on AS "endsOn", ${shownState(day)} AS state,
  e.import_id AS "importId", e.measure_id AS "measureId", (SELECT m.case_id FROM risk.measures m WHERE m.id = e.measure_id) AS "caseId", e.created_at AS "createdAt", e.created_name AS "createdName", e.ended_at AS "endedAt",
  e.ended_name AS "endedName", e.end_reason AS "endReason"`;

/** State as it is shown: one whose last day is over is `expired`, without anybody having ended it. */
export const shownState = (day: string): string =>
  `CASE WHEN e.state = 'in-force' AND e.ends_on < ${day} THEN 'expired' ELSE e.state END`;

const HITS_SHOWN = 100;

/** @throws Problem 404 */
export async function readEntry(db: Queryable, id: number, day: Day): Promise<ListEntryAnswer> {
  const row = await db.maybeOne<ListEntryAnswer>(
    `SELECT ${entryColumns('$2::date')} FROM risk.list_entries e WHERE e.id = $1`,
    [id, day],
  );
  if (row === undefined) throw notFound({ zh: '名单记录', en: 'entry of a list' });
  return row;
}

/** The entry with where its subject was met last. @throws Problem 404 */
export async function entryDetail(db: Queryable, id: number, day: Day): Promise<ListEntryDetail> {
  const entry = await readEntry(db, id, day);
  const hits = await db.query<ListEntryDetail['hits'][number]>(
    `SELECT moment, subject_kind AS "subjectKind", subject_id AS "subjectId", at FROM risk.list_hits
      WHERE entry_id = $1 ORDER BY id DESC LIMIT ${HITS_SHOWN}`,
    [id],
  );
  return { ...entry, hits };
}

/** Everything that is and was on record of a subject, newest first. */
export function entriesOf(
  db: Queryable,
  subject: { readonly subjectKind: string; readonly key: string },
  day: Day,
): Promise<ListEntryAnswer[]> {
  return db.query<ListEntryAnswer>(
    `SELECT ${entryColumns('$3::date')} FROM risk.list_entries e
      WHERE e.subject_kind = $1 AND e.subject_key = $2 AND e.state IN ('in-force', 'ended') ORDER BY e.id DESC LIMIT 50`,
    [subject.subjectKind, subject.key, day],
  );
}
