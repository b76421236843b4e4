import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { SettlementPolicy } from '../domain';

/** The settings in force on a day. */
export function policyOn(db: Queryable, day: Day): Promise<SettlementPolicy> {
  return db.one<SettlementPolicy>(
    `SELECT line_limit_fen AS "lineLimitFen", worker_month_limit_fen AS "workerMonthLimitFen",
            release_above_fen AS "releaseAboveFen",
            release_day_above_fen AS "releaseDayAboveFen", quote_hours AS "quoteHours"
       FROM settlement.policies WHERE effective_from <= $1::date ORDER BY effective_from DESC LIMIT 1`,
    [day],
  );
}
