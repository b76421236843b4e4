import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { ListKey, ListKind, ListSubjectKind } from '../../domain';

/** An entry that holds for one of the keys that were asked about. */
export interface Listed {
  /** Place of the key among those that were asked about, from 0. */
  readonly place: number;
  readonly entryId: number;
  readonly number: string;
  readonly kind: ListKind;
  readonly subjectKind: ListSubjectKind;
}

/** Who of many is listed on a day: one statement, whatever their number. Deny before watch before allow, for each key. */
export function listed(db: Queryable, keys: readonly ListKey[], day: Day): Promise<Listed[]> {
  return db.query<Listed>(
    `SELECT (k.place - 1)::int AS place, x.entry_id AS "entryId", x.number, x.kind, x.subject_kind AS "subjectKind"
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (subject_kind, key, place)
       JOIN risk.published_listed x ON x.subject_kind = k.subject_kind AND x.subject_key = k.key
      WHERE x.ends_on IS NULL OR x.ends_on >= $3::date
      ORDER BY k.place, array_position(ARRAY['deny', 'watch', 'allow'], x.kind)`,
    [keys.map(({ subjectKind }) => subjectKind), keys.map(({ key }) => key), day],
  );
}

/** Whether anybody is denied or watched at all on a day: where nobody is, nobody has to be looked up. */
export async function hasListed(db: Queryable, day: Day): Promise<boolean> {
  const { found } = await db.one<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM risk.published_listed
        WHERE kind IN ('deny', 'watch') AND (ends_on IS NULL OR ends_on >= $1::date)) AS found`,
    [day],
  );
  return found;
}
