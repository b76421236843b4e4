import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import { clockOf, databaseOf } from '@linggong/core';
import { gainingAccount } from '../../domain/approval';
import type { RowScope } from '../../domain/row-scope';
import { delegationFor, delegationsTo, type Delegated } from '../delegations/delegated';
import type { Account } from '../http/account';
import { approvalById, noSuchApproval, type ApprovalRow } from './approval-rows';
import { mayTakeHalf } from '../set-ups/take-half';
import { nativeRoute } from './native-routes';

/** A request inside of what an account may see. @throws Problem 404 */
export async function visibleApproval(
  strapi: Core.Strapi,
  account: Account,
  scope: RowScope,
  id: string,
): Promise<ApprovalRow & { readonly delegated: readonly Delegated[] }> {
  const db = databaseOf(strapi);
  const approval = await approvalById(db, id);
  const decides = reachOf(account.role, 'approval', 'decide') !== undefined;
  const delegated = decides ? await delegationsTo(db, account.id, clockOf(strapi).now()) : [];
  if (!approval || !(sees(account, scope, approval) || delegationFor(delegated, approval))) throw noSuchApproval();
  return { ...approval, delegated };
}

/** The same rows as `approvalScope` gives in lists. */
function sees(account: Account, scope: RowScope, { maker, enterpriseId, deciders }: ApprovalRow): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'enterprise') return enterpriseId === scope.enterpriseId;
  return maker === account.id || deciders.includes(account.role);
}

/** The request as it is shown, with what the reader may do about it. */
export async function approvalView(
  strapi: Core.Strapi,
  account: Account,
  { delegated, ...approval }: ApprovalRow & { readonly delegated: readonly Delegated[] },
) {
  const {
    route: _route,
    payloadSealed: _sealed,
    maker,
    makerRole: _role,
    enterpriseId: _of,
    attempt: _attempt,
    ...shown
  } = approval;
  const isPending = approval.state === 'pending';
  const isMine = approval.deciders.includes(account.role);
  const giver = isMine ? undefined : delegationFor(delegated, approval);
  const mayDecide =
    isPending &&
    maker !== account.id &&
    gainingAccount(approval) !== account.id &&
    (isMine || giver !== undefined) &&
    reachOf(account.role, 'approval', 'decide') !== undefined;
  return {
    ...shown,
    deciders: [...approval.deciders],
    mayDecide,
    decidesFor: mayDecide && giver ? giver.fromName : null,
    mayReject: mayDecide && (approval.mode !== 'native' || nativeRoute(strapi, approval, 'reject') !== undefined),
    mayWithdraw: mayBeWithdrawn(approval) && maker === account.id,
    mayTakeHalf: await mayTakeHalf(databaseOf(strapi), account, approval, clockOf(strapi).now()),
    mayRedeem: approval.state === 'approved' && approval.mode === 'redeem' && maker === account.id,
  };
}

/** What waits natively is taken back where it was made: by cancelling the thing itself. What nobody took up yet can be given back. */
export function mayBeWithdrawn({ mode, state }: Pick<ApprovalRow, 'mode' | 'state'>): boolean {
  return (state === 'pending' && mode !== 'native') || (state === 'approved' && mode === 'redeem');
}
