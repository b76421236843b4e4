import type { PersonKeeper } from '@linggong/vault';

// The year of the last record ends by the calendar of Shanghai. Records hold sums and a number, and stay as they are.
const HOLDS = `
SELECT r.worker_id AS "workerId", 'taxpayer-identity' AS class,
  make_timestamptz(extract(year FROM max(r.tax_day))::int + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai') AS "from", false AS "hasFile"
FROM tax.published_records r WHERE r.worker_id = ANY ($1::int[]) GROUP BY r.worker_id`;

/** Whose tax was declared has to be known as long as it can be asked about. */
export const taxpayers: PersonKeeper = { holds: (db, workerIds) => db.query(HOLDS, [workerIds]) };
