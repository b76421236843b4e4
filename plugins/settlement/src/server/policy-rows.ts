import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { heldContent, type HeldContent } from '@linggong/studio';
import type { LifecyclePolicy } from '@linggong/studio/domain';
import type { SettlementPolicy } from '../domain';
import { settlementApprovals } from '../domain/seeds/settlement-approvals';

/** The settings in force on a day. */
export function policyOn(db: Queryable, day: Day): Promise<SettlementPolicy> {
  return db.one<SettlementPolicy>(
    `SELECT line_limit_fen AS "lineLimitFen", worker_month_limit_fen AS "workerMonthLimitFen",
            quote_hours AS "quoteHours"
       FROM settlement.policies WHERE effective_from <= $1::date ORDER BY effective_from DESC LIMIT 1`,
    [day],
  );
}

/** Which steps of settlement wait for a second person now (`settlement.approvals`). */
export function approvalsNow(db: Queryable): Promise<HeldContent<LifecyclePolicy>> {
  return heldContent<LifecyclePolicy>(db, settlementApprovals);
}
