import { retentionClasses } from '@linggong/config';
import type { Database } from '@linggong/core';

const everything = (_account: unknown, scope: { readonly kind: string }): 'all' | 'none' =>
  scope.kind === 'all' ? 'all' : 'none';

/** Most people of a certificate, and so of its page. */
const PEOPLE_MAX = 500;

/** Certificates of destruction (销毁证明), in the words of access's `consoleResource`; the detail names people by their numbers. */
export const destructionList = {
  name: 'destructions',
  resource: 'retention',
  from: 'vault.destructions d',
  columns: {
    id: { sql: 'd.id', filter: 'relation' as const, sort: true },
    number: { sql: 'd.number', filter: 'prefix' as const, sort: true, searched: true },
    class: { sql: 'd.class', filter: 'enum' as const, values: retentionClasses.map(({ name }) => name) },
    people: { sql: 'd.people', sort: true },
    rows: {
      sql: '(SELECT coalesce(sum(i.rows), 0)::int FROM vault.destruction_items i WHERE i.destruction_id = d.id)',
    },
    actor: { sql: 'd.actor_name' },
    at: { sql: 'd.at', filter: 'instant' as const, sort: true },
    writtenAt: { sql: 'd.written_at' },
  },
  scope: everything,
  detail: async (id: number, _account: unknown, db: Database) => ({
    items: await db.query(
      'SELECT keeper, what, rows FROM vault.destruction_items WHERE destruction_id = $1 ORDER BY keeper, what',
      [id],
    ),
    subjects: await db.query(
      `SELECT subject_number AS number, locked_at AS "lockedAt", terms FROM vault.destroyed_people
       WHERE destruction_id = $1 ORDER BY worker_id LIMIT ${PEOPLE_MAX}`,
      [id],
    ),
  }),
};
