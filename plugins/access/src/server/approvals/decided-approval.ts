import type { Queryable } from '@linggong/core';

/** Who asked for what was approved, and who decided (`role#number`); for what is done by it outside of the platform. */
export interface DecidedApproval {
  readonly askedBy: string;
  readonly decidedBy: string;
}

/** Undefined where nobody approved it. */
export function decidedApproval(db: Queryable, id: string): Promise<DecidedApproval | undefined> {
  return db.maybeOne<DecidedApproval>(
    `SELECT maker_name AS "askedBy", decided_name AS "decidedBy" FROM access.approvals
      WHERE id = $1 AND state IN ('approved', 'executing', 'executed') AND decided_name IS NOT NULL`,
    [id],
  );
}
