import type { Database } from '@linggong/core';

/** Puts somebody on a list of risk, as if a second person had approved it; `key` is what risk compares. Gives the entry. */
export async function listSubject(
  db: Database,
  kind: 'deny' | 'watch',
  subjectKind: 'identity' | 'card' | 'phone' | 'uscc' | 'device',
  key: string,
): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_sealed, value_masked, source, reason, state,
       created_at, created_name)
     VALUES ('RL-T-' || nextval('risk.list_serials'), $1, $2, $3, CASE WHEN $2 NOT IN ('uscc', 'device') THEN '\\x00'::bytea END, '****', 'platform',
       '测试', 'in-force', now(), 'test') RETURNING id`,
    [kind, subjectKind, key],
  );
  return id;
}
