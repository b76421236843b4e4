import type { Queryable } from '@linggong/core';
import { isRowNumber } from './row-number';
import type { RowTable, Stories, Subject } from './stories';

/** A change of one of the story's rows that went past the application (绕过改动), masked as the witness keeps it. */
export interface PastChange {
  /** Number of the witness's record. */
  readonly no: bigint;
  readonly place: number;
  readonly at: Date;
  /** Null where it is not known. */
  readonly dbUser: string | null;
  readonly userSource: string;
  readonly application: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly operation: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** From an instant (exclusive) to an instant (inclusive), in microseconds since 1970 as a cursor has them; open where absent. */
export interface Window {
  readonly fromMicros?: string | undefined;
  readonly untilMicros?: string | undefined;
}

/** Changes of a page, or of a replay; what is beyond stands in the list of what went past the platform. */
export const pastChangesMax = 200;

/**
 * What the witness of the write-ahead log tells of the rows of these objects, newest first; of the first object also that its whole table was
 * emptied. By index, row by row: nothing is read whole.
 */
export async function pastChanges(
  db: Queryable,
  stories: Stories,
  subjects: readonly Subject[],
  { fromMicros, untilMicros }: Window,
): Promise<{ changes: PastChange[]; isCut: boolean }> {
  const rows = await rowsOf(db, stories, subjects);
  if (rows.length === 0) return { changes: [], isCut: false };
  const columns = (name: 'relation' | 'key' | 'kind' | 'id'): string[] => rows.map((row) => row[name]);
  const found = await db.query<PastChange>(
    `WITH s AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS s(relation, key, kind, id)),
          hit AS (SELECT c.*, s.kind AS subject_kind, s.id AS subject_id FROM s
                    JOIN witness.published_changes c ON c.relation = s.relation AND c.row_key = s.key
                  UNION ALL
                  SELECT c.*, ($3::text[])[1], ($4::text[])[1] FROM witness.published_changes c
                   WHERE c.relation = ($1::text[])[1] AND c.row_key IS NULL AND c.operation = 'truncate')
     SELECT t.no, h.place, t.at, t.db_user AS "dbUser", t.user_source AS "userSource", t.application, h.subject_kind AS "subjectKind",
            h.subject_id AS "subjectId", h.operation, h.before::json AS before, h.after::json AS after
       FROM hit h JOIN witness.published_transactions t ON t.no = h.transaction_no
      WHERE t.kind = 'bypass' AND ($5::bigint IS NULL OR t.at > timestamptz 'epoch' + $5::bigint * interval '1 microsecond')
        AND ($6::bigint IS NULL OR t.at <= timestamptz 'epoch' + $6::bigint * interval '1 microsecond')
      ORDER BY t.at DESC, t.no DESC, h.place DESC LIMIT ${pastChangesMax + 1}`,
    [columns('relation'), columns('key'), columns('kind'), columns('id'), fromMicros ?? null, untilMicros ?? null],
  );
  return { changes: found.slice(0, pastChangesMax), isCut: found.length > pastChangesMax };
}

interface Row {
  readonly relation: string;
  readonly key: string;
  readonly kind: string;
  readonly id: string;
}

/** Where the objects stand in the log: table, and number of the row. */
async function rowsOf(db: Queryable, stories: Stories, subjects: readonly Subject[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, ids] of byKind(subjects)) {
    const table = tableOf(stories, kind);
    if (!table) continue;
    const keys = table.keys === undefined ? ids.map((id) => ({ id, key: id })) : await keysOf(db, table.keys, ids);
    rows.push(
      ...keys.filter(({ key }) => isRowNumber(key)).map(({ id, key }) => ({ relation: table.name, kind, id, key })),
    );
  }
  return rows;
}

function byKind(subjects: readonly Subject[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const { kind, id } of subjects) {
    const ids = kinds.get(kind);
    if (ids) ids.push(id);
    else kinds.set(kind, [id]);
  }
  return kinds;
}

function tableOf(stories: Stories, kind: string): RowTable | undefined {
  return stories.kind(kind)?.table ?? stories.all().relations.find((one) => one.kind === kind && one.table)?.table;
}

/** The statement is the declaring plugin's own text. */
function keysOf(db: Queryable, sql: string, ids: readonly string[]): Promise<{ id: string; key: string }[]> {
  return db.query(`SELECT k.id::text AS id, k.key::text AS key FROM (${sql}) k`, [ids]);
}
