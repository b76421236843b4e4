import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import { gainingAccount } from '../../domain/approval';

/** Whose decisions an account takes for him, and about what; everything that his role decides where `resource` is null. */
export interface Delegated {
  readonly fromAccount: number;
  readonly fromName: string;
  readonly fromRole: Role;
  readonly toAccount: number;
  readonly resource: string | null;
}

/** What is live for an account; a handful at most. */
export function delegationsTo(db: Queryable, accountId: number, at: Date): Promise<Delegated[]> {
  return db.query<Delegated>(
    `SELECT from_account AS "fromAccount", from_name AS "fromName", from_role AS "fromRole", to_account AS "toAccount", resource
       FROM access.delegations
      WHERE to_account = $1 AND ended_at IS NULL AND from_at <= $2 AND until_at > $2 ORDER BY id LIMIT 100`,
    [accountId, at],
  );
}

interface Decidable {
  readonly resource: string;
  readonly action: string;
  readonly subjectId: string;
  readonly deciders: readonly Role[];
  readonly maker: number | null;
}

/**
 * The delegation under which somebody may decide what does not wait for his own role: never that of its maker, and never about powers
 * that either of the two would gain.
 */
export function delegationFor(delegated: readonly Delegated[], approval: Decidable): Delegated | undefined {
  const gaining = gainingAccount(approval);
  const asksForPowers = approval.resource === 'account' || approval.resource === 'elevation';
  return delegated.find(
    ({ fromAccount, fromRole, toAccount, resource }) =>
      fromAccount !== approval.maker &&
      gaining !== fromAccount &&
      gaining !== toAccount &&
      !(asksForPowers && approval.maker === toAccount) &&
      approval.deciders.includes(fromRole) &&
      (resource === null || resource === approval.resource),
  );
}

/** The same in a list: requests `a` that wait for who delegated to the account `$1`, live at the instant `$3`. */
export const delegatedSql = `EXISTS (SELECT FROM access.delegations d
  WHERE d.to_account = $1 AND d.ended_at IS NULL AND d.from_at <= $3 AND d.until_at > $3 AND d.from_role = ANY (a.deciders)
    AND (d.resource IS NULL OR d.resource = a.resource) AND d.from_account IS DISTINCT FROM a.maker
    AND NOT (a.resource = 'account' AND a.action <> 'create' AND a.subject_id IN (d.from_account::text, d.to_account::text)))`;
