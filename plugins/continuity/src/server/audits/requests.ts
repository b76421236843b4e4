import { shanghaiDay } from '@linggong/core/domain';
import { byKind } from './by-kind';
import type { Audit } from './difference';

/** Every request of a person about his data is answered by its day (PIPL art. 50). */
export const requestsAudit: Audit = {
  name: 'requests',
  look: (db, at) =>
    byKind(
      db,
      {
        ctes: `open AS MATERIALIZED (
          SELECT number, due_on < $1::date AS late FROM vault.published_data_requests WHERE state IN ('received', 'working'))`,
        differing: `SELECT 'overdue' AS kind, number AS sample FROM open WHERE late`,
        compared: 'SELECT count(*) FROM open',
      },
      [shanghaiDay(at)],
    ),
};
