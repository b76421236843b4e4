import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { canonicalJson } from '../../domain/canonical-json';
import { rowScope } from '../../domain/row-scope';
import { underGround } from '../elevations/ground-of';
import { actorOf } from '../http/account';
import type { Remember } from '../http/idempotent-call';
import type { Call, Route, Shown } from '../http/route';
import { personPortOf } from '../persons/person-port';
import type { ApprovalRow } from './approval-rows';
import { shown } from './ask-approval';
import { decideApproval, type Decision } from './decide-approval';
import { outdated } from './decision-problems';
import { executeApproval, payloadOf, routeOf } from './execute-approval';
import { callOf } from './in-process';
import { standingMaker } from './makers';

/**
 * Decides about a kept request, and does it at once where it is approved. Where the process dies in between, the schedule goes on.
 * @throws Problem as `decideApproval`; 409 `approval-outdated` where what it stands on has changed: the request is void then
 */
export async function decideKept(
  strapi: Core.Strapi,
  approval: ApprovalRow,
  command: Command,
  decision: Decision,
  remember: (tx: Tx) => Promise<void>,
): Promise<void> {
  const db = databaseOf(strapi);
  const isOutdated = decision.verdict === 'approve' && (await hasChanged(strapi, approval, command));
  const decided = db.transaction(async (tx) => {
    await decideApproval(tx, personPortOf(strapi), command, approval, decision);
    // Void only by the hand of whoever may decide; his decision is taken back with it.
    if (isOutdated) throw new Outdated();
    await remember(tx);
  });
  await decided.catch(async (error: unknown) => {
    if (!(error instanceof Outdated)) throw error;
    await db.query(`SELECT access.close_approval($1, 'failed', NULL, $2)`, [approval.id, command.at]);
    throw outdated();
  });
  // What is redeemed waits for its maker.
  if (decision.verdict === 'approve' && approval.mode === 'replay') {
    await executeApproval(strapi, approval.id, command.at, command.traceId);
  }
}

/** What it stands on has changed since it was asked. */
class Outdated extends Error {}

const nothing: Remember = async () => undefined;

/** Looks again at what stands now, as the maker sees it. */
async function hasChanged(strapi: Core.Strapi, approval: ApprovalRow, { at, traceId }: Command): Promise<boolean> {
  const maker = await standingMaker(databaseOf(strapi), approval);
  const reach = maker && reachOf(maker.role, approval.resource, approval.action);
  // A maker who may no longer ask, or has another role by now, makes it void as well.
  if (!maker || reach === undefined || !approval.payloadSealed) return true;
  const route = routeOf(strapi, approval);
  const command = { actor: actorOf(maker), at, traceId };
  const call = callOf(strapi, route, payloadOf(strapi, approval), {
    account: maker,
    scope: rowScope(reach, maker),
    command,
    remember: nothing,
  });
  const now = await shownNow(strapi, route, call);
  if (now === undefined) return true;
  return standingText(route, shown(now).before) !== standingText(route, approval.before);
}

/** A state without what moves by itself. */
function standingText(route: Route, state: unknown): string {
  const isPlain = typeof state === 'object' && state !== null && !Array.isArray(state);
  if (!isPlain || !route.moving) return canonicalJson(state);
  return canonicalJson(Object.fromEntries(Object.entries(state).filter(([field]) => !route.moving?.(field))));
}

/** Undefined where the maker does not see it any more: it is gone, or the elevation that opened it has ended. */
async function shownNow(strapi: Core.Strapi, route: Route, call: Call): Promise<Shown | undefined> {
  try {
    return await route.shows?.(await underGround(strapi, route, call), undefined);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}
