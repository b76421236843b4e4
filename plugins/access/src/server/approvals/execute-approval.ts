import type { Core } from '@strapi/strapi';
import { coveredRead, record } from '@linggong/audit';
import { reachOf } from '@linggong/config/access';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { faultSummary } from '../../domain/fault-summary';
import { rowScope } from '../../domain/row-scope';
import { actorOf, type Account } from '../http/account';
import type { Route } from '../http/route';
import { routeRegistryOf } from '../http/route-registry';
import { notAllowed } from '../http/problems';
import { approvalById, type ApprovalRow } from './approval-rows';
import { callInProcess, type InProcessCall, type RawInput } from './in-process';
import { standingMaker } from './makers';

/** After so many faults of ours the request is given up; a refusal of the business ends it at once. */
const ATTEMPTS_MAX = 5;

/** The attempt was taken over by another hand: everything that it did rolls back. */
class HandLost extends Error {}

/**
 * Does what was approved, as its maker and with his rights of now. Effect and end of the request are one commit, so that a
 * process that dies on the way leaves it to be taken up again, and it is never done twice.
 */
export async function executeApproval(strapi: Core.Strapi, id: string, at: Date, traceId: string): Promise<void> {
  const db = databaseOf(strapi);
  const { attempt } = await db.one<{ attempt: number | null }>('SELECT access.claim_approval($1, $2) AS attempt', [
    id,
    at,
  ]);
  if (attempt === null) return;
  const approval = await approvalById(db, id);
  if (!approval?.payloadSealed) return;
  try {
    await doAsMaker(strapi, approval, attempt, { at, traceId });
  } catch (error) {
    await settleFailure(strapi, approval, attempt, at, error);
  }
}

type Moment = Pick<Command, 'at' | 'traceId'>;

async function doAsMaker(strapi: Core.Strapi, approval: ApprovalRow, attempt: number, moment: Moment): Promise<void> {
  const maker = await standingMaker(databaseOf(strapi), approval);
  const reach = maker && reachOf(maker.role, approval.resource, approval.action);
  if (!maker || reach === undefined) throw notAllowed();
  const command = commandOf(maker, approval, moment);
  const remember: InProcessCall['remember'] = async (tx, answer) => {
    if (!(await endAttempt(tx, approval.id, attempt, { state: 'executed', status: answer.status, at: moment.at })))
      throw new HandLost();
    await record(tx, command, {
      action: 'approval.execute',
      subject: { kind: 'approval', id: approval.id },
      before: { state: 'approved' },
      after: { state: 'executed', decidedBy: approval.decidedName },
    });
  };
  const call = { account: maker, scope: rowScope(reach, maker), command, remember };
  await callInProcess(strapi, routeOf(strapi, approval), payloadOf(strapi, approval), call);
}

function commandOf(maker: Account, { id, reason }: ApprovalRow, moment: Moment): Command {
  return { actor: actorOf(maker), ...moment, approvalId: id, ...(reason === null ? {} : { reason }) };
}

/** What was kept, in clear for as long as it is done. @throws SealBroken where it is not what was sealed for this request */
export function payloadOf(strapi: Core.Strapi, { id, payloadSealed }: ApprovalRow): RawInput {
  if (!payloadSealed) throw new Error('the request has been done or closed; nothing of it is kept');
  const reading = coveredRead('approval.execute', ['approval-payload']);
  // Written by `askFirst` alone, and sealed since.
  return JSON.parse(vaultOf(strapi).open('approval-payload', id, payloadSealed, reading)) as RawInput;
}

/** @throws Error where the operation is served no longer */
export function routeOf(strapi: Core.Strapi, approval: ApprovalRow): Route {
  const served = routeRegistryOf(strapi).all();
  const found = served.find(({ address, route }) => `${route.method} ${address}` === approval.route);
  if (!found) throw new Error(`no operation ${approval.route} is served`);
  return found.route;
}

interface Ending {
  readonly state: 'executed' | 'failed';
  readonly status?: number;
  readonly problem?: object;
  readonly at: Date;
}

async function endAttempt(db: Queryable, id: string, attempt: number, ending: Ending): Promise<boolean> {
  const { done } = await db.one<{ done: boolean }>('SELECT access.end_approval($1, $2, $3, $4, $5, $6) AS done', [
    id,
    attempt,
    ending.state,
    ending.status ?? null,
    ending.problem ? JSON.stringify(ending.problem) : null,
    ending.at,
  ]);
  return done;
}

/** A refusal is the end of it. A fault is tried again by the schedule, until there were too many. */
async function settleFailure(
  strapi: Core.Strapi,
  { id }: ApprovalRow,
  attempt: number,
  at: Date,
  error: unknown,
): Promise<void> {
  if (error instanceof HandLost) return;
  const isRefusal = error instanceof Problem && error.status < 500;
  if (!isRefusal) strapi.log.error(`fault approval=${id} attempt=${attempt} ${faultSummary(error)}`);
  if (!isRefusal && attempt < ATTEMPTS_MAX) return;
  const problem = isRefusal
    ? { code: error.code, text: error.text }
    : { code: 'fault', text: { zh: '系统内部错误', en: 'An internal fault' } };
  await endAttempt(databaseOf(strapi), id, attempt, { state: 'failed', problem, at });
}
