import type { Database } from '@linggong/core';
import type { Seed } from '@linggong/studio/domain';

/** Puts a seed in force as the start of the platform does; gives the version. */
export async function putInForce(db: Database, { kind, key, content, cases }: Seed): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `WITH made AS (
       INSERT INTO studio.configurations (kind, key, name_zh, name_en, description_zh, description_en, created_at, created_name)
       VALUES ($1, $2, '测试', 'Test', '测试', 'Test', now(), 'test') RETURNING id
     )
     INSERT INTO studio.versions (configuration_id, version_no, state, content, cases, sha256, note, check_report, in_force_from, created_at,
       created_name, updated_at, updated_name, moved_at, moved_name)
     SELECT id, 1, 'in-force', $3::jsonb, $4::jsonb, '', '', jsonb_build_object('passed', true, 'sha256', studio.sha256_of($3::jsonb, $4::jsonb)),
            now(), now(), 'test', now(), 'test', now(), 'test' FROM made
     RETURNING id`,
    [kind, key, JSON.stringify(content), JSON.stringify(cases)],
  );
  return id;
}
