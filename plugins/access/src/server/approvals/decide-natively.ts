import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import type { Role } from '@linggong/config/access';
import type { Verdict } from '../../domain/approval';
import type { Remember } from '../http/idempotent-call';
import type { LooseAnswer, Route } from '../http/route';
import { personPortOf } from '../persons/person-port';
import { delegationFor, delegationsTo } from '../delegations/delegated';
import { pendingApproval, type ApprovalRow } from './approval-rows';
import { decideApproval } from './decide-approval';
import { approvalMissing } from './decision-problems';

/** What a deciding operation was called with; its `id` is the row that was asked about. */
interface DecidingParams {
  readonly id: number | string;
  readonly action?: Verdict;
}

/**
 * Runs an operation by which the business itself decides (放款复核、方案复核): the decision about its open request is one commit with
 * the effect. The business refuses first; what it would do is done only where the decision holds.
 */
export function decideNatively(
  strapi: Core.Strapi,
  route: Route,
  call: { readonly params: unknown; readonly command: Command; readonly remember: Remember },
  handle: (remember: Remember) => Promise<LooseAnswer>,
): Promise<LooseAnswer> {
  return handle(async (tx, answer, bodySha256) => {
    // `router` lets no route say `decides` whose params do not fit.
    await decideOpen(strapi, tx, route, call.params as DecidingParams, call.command);
    await call.remember(tx, answer, bodySha256);
  });
}

async function decideOpen(
  strapi: Core.Strapi,
  tx: Queryable,
  { resource, decides }: Route,
  params: DecidingParams,
  command: Command,
): Promise<void> {
  if (!decides) return;
  const verdict = decides.verdict === 'by-action' ? (params.action ?? 'approve') : decides.verdict;
  const target = { resource, action: decides.action, subjectId: String(params.id) };
  const open = await pendingApproval(tx, target);
  if (!open) {
    // What was never asked may be cancelled; it is not approved.
    if (verdict === 'approve') throw approvalMissing();
    return;
  }
  const isDecider =
    open.deciders.some((role: Role) => role === command.actor.role) || (await isDelegated(tx, open, command));
  if (verdict === 'reject' && !isDecider) return withdraw(tx, command, open.id);
  return decideApproval(tx, personPortOf(strapi), command, open, { verdict });
}

async function isDelegated(tx: Queryable, open: ApprovalRow, { actor, at }: Command): Promise<boolean> {
  if (actor.accountId === undefined) return false;
  return delegationFor(await delegationsTo(tx, actor.accountId, at), open) !== undefined;
}

/** Whoever may cancel the thing itself takes the request back with it. */
export async function withdraw(tx: Queryable, command: Command, id: string): Promise<void> {
  const { done } = await tx.one<{ done: boolean }>(`SELECT access.close_approval($1, 'withdrawn', $2, $3) AS done`, [
    id,
    command.reason ?? null,
    command.at,
  ]);
  if (!done) return;
  await record(tx, command, {
    action: 'approval.withdraw',
    subject: { kind: 'approval', id },
    before: { state: 'pending' },
    after: { state: 'withdrawn' },
  });
}
