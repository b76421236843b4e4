import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import type { RowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';
import { approvalById, noSuchApproval, type ApprovalRow } from './approval-rows';
import { nativeRoute } from './native-routes';

/** A request inside of what an account may see. @throws Problem 404 */
export async function visibleApproval(
  strapi: Core.Strapi,
  account: Account,
  scope: RowScope,
  id: string,
): Promise<ApprovalRow> {
  const approval = await approvalById(databaseOf(strapi), id);
  if (!approval || !sees(account, scope, approval)) throw noSuchApproval();
  return approval;
}

/** The same rows as `approvalScope` gives in lists. */
function sees(account: Account, scope: RowScope, { maker, enterpriseId, deciders }: ApprovalRow): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'enterprise') return enterpriseId === scope.enterpriseId;
  return maker === account.id || deciders.includes(account.role);
}

/** The request as it is shown, with what the reader may do about it. */
export function approvalView(strapi: Core.Strapi, account: Account, approval: ApprovalRow) {
  const { route: _route, payloadSealed: _sealed, maker, enterpriseId: _of, attempt: _attempt, ...shown } = approval;
  const isPending = approval.state === 'pending';
  const mayDecide =
    isPending &&
    maker !== account.id &&
    approval.deciders.includes(account.role) &&
    reachOf(account.role, 'approval', 'decide') !== undefined;
  return {
    ...shown,
    deciders: [...approval.deciders],
    mayDecide,
    mayReject: mayDecide && (approval.mode !== 'native' || nativeRoute(strapi, approval, 'reject') !== undefined),
    // What waits natively is taken back where it was made: by cancelling the thing itself.
    mayWithdraw: isPending && approval.mode !== 'native' && maker === account.id,
    mayRedeem: approval.state === 'approved' && approval.mode === 'redeem' && maker === account.id,
  };
}
