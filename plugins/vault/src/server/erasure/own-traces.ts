import type { PersonKeeper } from './person-keepers';

/** What this plugin keeps of people: copies that they asked for, whence they consented, what they wrote in their requests. */
export const ownTraces: PersonKeeper = {
  holds: (db, workerIds) =>
    db.query(
      `SELECT r.worker_id AS "workerId", 'data-copy' AS class, max(r.ended_at) AS "from", true AS "hasFile"
       FROM vault.data_requests r JOIN vault.published_files f ON f.id = r.copy_file
       WHERE r.worker_id = ANY ($1::int[]) GROUP BY r.worker_id`,
      [workerIds],
    ),
  erase: async (tx, _command, people) => {
    const ids = [people.map(({ workerId }) => workerId)];
    const consents = await tx.query(
      'UPDATE vault.consents SET address = NULL WHERE worker_id = ANY ($1::int[]) AND address IS NOT NULL RETURNING 1',
      ids,
    );
    const requests = await tx.query(
      `UPDATE vault.data_requests SET asked = '***', outcome = CASE WHEN outcome IS NOT NULL THEN '***' END,
         identity_shown = CASE WHEN identity_shown IS NOT NULL THEN '***' END,
         extension_reason = CASE WHEN extension_reason IS NOT NULL THEN '***' END
       WHERE worker_id = ANY ($1::int[]) RETURNING 1`,
      ids,
    );
    await tx.query(
      `UPDATE vault.data_request_steps s SET reason = NULL FROM vault.data_requests r
       WHERE r.id = s.request_id AND r.worker_id = ANY ($1::int[]) AND s.reason IS NOT NULL`,
      ids,
    );
    return { consents: consents.length, 'data-requests': requests.length };
  },
};
