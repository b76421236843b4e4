import { createHash, randomUUID } from 'node:crypto';
import { record, stateText } from '@linggong/audit';
import { decidersOf, ruleFor, type ApprovalMark, type Role } from '@linggong/config/access';
import type { Command, Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { gainingAccount } from '../../domain/approval';
import { canonicalJson } from '../../domain/canonical-json';
import { hintHolder } from '../notices/hint-holder';

/** What is asked of a second person (审批), with what he is shown: the state now and the state after, both masked. */
export interface NewApproval {
  readonly resource: string;
  readonly action: string;
  /** Row of the resource, and the number people know it by. */
  readonly subject: { readonly id: number | string; readonly label: string };
  readonly before: unknown;
  readonly after: unknown;
  /** The role that is given by it, where one is. */
  readonly grants?: Role | undefined;
  /** The part of the action, where the matrix has other deciders for it. */
  readonly aspect?: string | undefined;
}

/** Of a request that is kept and done later: the operation and its sealed input. */
export interface KeptRequest {
  readonly id: string;
  readonly route: string;
  readonly sealed: Buffer;
  /** Of a request that its maker redeems himself. */
  readonly inputSha256?: string;
}

export interface AskedApproval {
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * Asks for a second person in the transaction of the caller. Deciders, terms and escalation are those of the matrix.
 * @throws Problem 409 `approval-open` where the same is asked for already; Error where a view shows personal data in clear
 */
export async function askApproval(
  tx: Queryable,
  command: Command,
  asked: NewApproval,
  kept?: KeptRequest,
): Promise<AskedApproval> {
  const mark = ruleFor(asked.resource, asked.action)?.approval;
  if (!mark) throw new Error(`the matrix marks no approval on ${asked.resource}:${asked.action}`);
  const { actor, at } = command;
  const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
  const expiresAt = later(mark.hours);
  const id = kept?.id ?? randomUUID();
  const row = {
    id,
    mode: mark.mode,
    resource: asked.resource,
    action: asked.action,
    route: kept?.route,
    subject_kind: asked.resource,
    subject_id: String(asked.subject.id),
    subject_label: asked.subject.label,
    maker: actor.accountId,
    maker_name: actor.name,
    maker_role: actor.role,
    enterprise_id: actor.enterpriseId,
    ...shown(asked),
    reason: command.reason,
    deciders: await decidersFor(tx, mark, asked),
    asked_at: at,
    expires_at: expiresAt,
    input_sha256: mark.mode === 'redeem' ? kept?.inputSha256 : undefined,
    ...(mark.escalate ? { escalate_at: later(mark.escalate.afterHours), escalate_to: mark.escalate.to } : {}),
  };
  const made = await tx.one<{ id: string | null }>('SELECT access.ask_approval($1, $2) AS id', [
    JSON.stringify(row),
    kept?.sealed ?? null,
  ]);
  if (made.id === null) throw alreadyAsked();
  if (mark.mode === 'native') await hintHolder(tx, command);
  await record(tx, command, {
    action: 'approval.ask',
    subject: { kind: 'approval', id },
    after: { state: 'pending', resource: asked.resource, action: asked.action, subject: String(asked.subject.id) },
  });
  return { id, expiresAt };
}

/**
 * Nobody could decide on the first account of a role that decides, nor – where there is one of it alone – on that one's own: those go to
 * another role (`firstBy`). One that is blocked was there as well, or whoever blocks accounts would choose who decides.
 */
async function decidersFor(tx: Queryable, mark: ApprovalMark, asked: NewApproval): Promise<readonly Role[]> {
  const by = decidersOf(mark, asked.aspect);
  const { firstBy } = mark;
  if (firstBy === undefined) return by;
  const gaining = gainingAccount({ ...asked, subjectId: String(asked.subject.id) });
  const isOpening = asked.grants !== undefined && by.includes(asked.grants);
  const { concerned, others } = await tx.one<{ concerned: boolean; others: boolean }>(
    `SELECT coalesce(bool_or(id = $2), false) AS concerned, coalesce(bool_or(id IS DISTINCT FROM $2), false) AS others
       FROM public.up_users WHERE account_role = ANY ($1::text[])`,
    [by, gaining ?? null],
  );
  return (isOpening || concerned) && !others ? [firstBy] : by;
}

/** The two states as they are kept, and the digest by which a decider proves what he saw. */
export function shown({ before, after }: Pick<NewApproval, 'before' | 'after'>): {
  before: unknown;
  after: unknown;
  view_sha256: string;
} {
  const masked = [before, after].map((state) => {
    const text = stateText(state, 'approval.ask');
    return text === undefined ? null : (JSON.parse(text) as unknown);
  });
  const digest = createHash('sha256').update(canonicalJson(masked)).digest('hex');
  return { before: masked[0], after: masked[1], view_sha256: digest };
}

function alreadyAsked(): Error {
  return problem(
    409,
    'approval-open',
    { zh: '同一事项已有待审批的申请', en: 'The same is waiting for an approval already' },
    { fix: { zh: '请等待审批结果，或先撤回原申请', en: 'Wait for the decision, or withdraw the first request' } },
  );
}
