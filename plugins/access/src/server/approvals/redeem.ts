import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { canonicalJson } from '../../domain/canonical-json';
import type { Call, LooseAnswer, Route } from '../http/route';
import { shown } from './ask-approval';
import { outdated } from './decision-problems';
import { operationOf } from './operation';

/** Header in which a maker names the request that was approved. */
export const APPROVAL_HEADER = 'Approval';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The input of an operation as one hash: what was approved is redeemed for the very same and nothing else. */
export function inputHash({ params, query, body }: Pick<Call, 'params' | 'query' | 'body'>): string {
  return createHash('sha256')
    .update(canonicalJson([params, query, body]))
    .digest('hex');
}

/**
 * Does for its maker what was approved, once (凭审批执行): in the role in which he asked, for the very operation and input, and only
 * while the thing stands as it was shown. Where the operation stores its answer, spending the request is one commit with the effect; a
 * file is handed out after it was spent, so that it is handed out at most once.
 * @throws Problem 403 `approval-unfit`; 409 `approval-used`, `approval-not-approved`, `approval-outdated`: the request is void then
 */
export async function redeem(strapi: Core.Strapi, route: Route, call: Call, id: string): Promise<LooseAnswer> {
  if (!uuid.test(id) || !route.shows) throw unfit();
  const command = { ...call.command, approvalId: id };
  const { before } = shown(await route.shows(call, undefined));
  const spent = { id, operation: operationOf(strapi, route), input: inputHash(call), standing: before };
  const spend = (tx: Queryable): Promise<void> => spendApproval(tx, command, spent);
  try {
    return await spending(strapi, route, { ...call, command }, spend);
  } catch (error) {
    if (error instanceof Outdated) throw await voided(strapi, id, command);
    throw error;
  }
}

async function spending(
  strapi: Core.Strapi,
  route: Route,
  call: Call,
  spend: (tx: Queryable) => Promise<void>,
): Promise<LooseAnswer> {
  if (!route.remembers) {
    await databaseOf(strapi).transaction(spend);
    return route.handle(call);
  }
  return route.handle({
    ...call,
    remember: async (tx, answer, bodySha256) => {
      await spend(tx);
      await call.remember(tx, answer as never, bodySha256);
    },
  });
}

/** The thing is not as it was shown any more; what was done with the request is taken back first. */
class Outdated extends Error {}

async function voided(strapi: Core.Strapi, id: string, { at }: Command): Promise<Problem> {
  await databaseOf(strapi).query(`SELECT access.close_approval($1, 'failed', NULL, $2)`, [id, at]);
  return outdated();
}

interface Spent {
  readonly id: string;
  readonly operation: string;
  readonly input: string;
  readonly standing: unknown;
}

async function spendApproval(tx: Queryable, command: Command, spent: Spent): Promise<void> {
  const { id, operation, input, standing } = spent;
  const { outcome } = await tx.one<{ outcome: string }>(
    'SELECT access.redeem_approval($1, $2, $3, $4, $5, $6) AS outcome',
    [id, command.sessionId ?? null, operation, input, standing === null ? null : JSON.stringify(standing), command.at],
  );
  if (outcome === 'used') throw used();
  if (outcome === 'not-approved') throw notApproved();
  if (outcome === 'outdated') throw new Outdated();
  if (outcome !== 'done') throw unfit();
  await record(tx, command, {
    action: 'approval.redeem',
    subject: { kind: 'approval', id },
    before: { state: 'approved' },
    after: { state: 'executed' },
  });
}

function unfit(): Problem {
  return problem(
    403,
    'approval-unfit',
    { zh: '该审批不适用于此操作', en: 'The approval is not for this request' },
    { field: APPROVAL_HEADER, fix: { zh: '请用原申请的内容重试', en: 'Send what was asked for, unchanged' } },
  );
}

function used(): Problem {
  return problem(
    409,
    'approval-used',
    { zh: '该审批已使用', en: 'The approval has been used' },
    { fix: { zh: '如需再次执行，请重新申请', en: 'Ask again to do it again' } },
  );
}

function notApproved(): Problem {
  return problem(409, 'approval-not-approved', {
    zh: '该申请尚未批准，或批准已过期',
    en: 'The request is not approved, or its approval has lapsed',
  });
}
