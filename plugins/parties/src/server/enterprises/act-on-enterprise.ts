import { tellNews, type NewsKind } from '@linggong/access';
import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { illegalTransition, step } from '@linggong/core/domain';
import { enterpriseGuard, enterpriseLifecycle, type EnterpriseAction, type EnterpriseState } from '../../domain';
import { beginReview } from '@linggong/studio';
import type { Judgement } from '@linggong/studio/domain';
import { admissionCriteria } from '../../domain/seeds/admission-criteria';
import { reviewClocks } from '../../domain/seeds/review-clocks';
import type { PartiesTools } from '../tools';
import { demandVisit } from '../visits/demand-visit';
import { citeDecision } from './cite-decision';
import { closeAccounts, openDefaultAccount } from './enterprise-accounts';
import { lockEnterprise, type LockedEnterprise } from './enterprise-rows';
import { addStep } from './enterprise-steps';

/** When which state was reached last; actions without a column of their own leave the instants alone. */
const instants: Readonly<Partial<Record<EnterpriseAction, string>>> = {
  submit: 'submitted_at',
  approve: 'approved_at',
  sign: 'signed_at',
  suspend: 'suspended_at',
  offboard: 'offboarded_at',
};

const events: Readonly<Record<EnterpriseAction, string>> = {
  submit: 'parties.enterprise.submitted',
  approve: 'parties.enterprise.approved',
  reject: 'parties.enterprise.rejected',
  sign: 'parties.enterprise.signed',
  suspend: 'parties.enterprise.suspended',
  resume: 'parties.enterprise.resumed',
  offboard: 'parties.enterprise.offboarded',
};

/** What the accounts of the enterprise are told. */
const news: Readonly<Partial<Record<EnterpriseAction, NewsKind>>> = {
  approve: 'enterprise-approved',
  reject: 'enterprise-sent-back',
};

async function moveState(
  tx: Tx,
  command: Command,
  enterprise: LockedEnterprise,
  action: EnterpriseAction,
  to: EnterpriseState,
): Promise<void> {
  const instant = instants[action];
  const set = instant === undefined ? '' : `, ${instant} = $4::timestamptz`;
  await tx.query(
    `UPDATE public.enterprises SET state = $2, state_reason = $3, version = version + 1,
       updated_at = $4::timestamptz${set} WHERE id = $1`,
    [enterprise.id, to, command.reason ?? null, command.at],
  );
}

/** What an action does beside moving the state. */
async function takeEffect(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  enterprise: LockedEnterprise,
  action: EnterpriseAction,
): Promise<void> {
  if (action === 'submit' || action === 'approve') {
    for (const guard of tools.ports.onboardingGuards) await guard(tx, enterprise.id, command);
  }
  if (action === 'submit') {
    // A new application is checked anew: what the register said about the old one no longer counts.
    await tx.query(
      `INSERT INTO parties.enterprise_verifications (enterprise_id, state) VALUES ($1, 'pending')
       ON CONFLICT (enterprise_id) DO UPDATE SET state = 'pending', evidence_code = NULL, checked_at = NULL`,
      [enterprise.id],
    );
    const clock = { seed: reviewClocks, matter: 'enterprises.admission' };
    await beginReview(tx, command, { kind: 'enterprise', id: enterprise.id, seed: admissionCriteria, clock });
  }
  if (action === 'sign') {
    for (const guard of tools.ports.signingGuards) await guard(tx, command, enterprise.id);
    await openDefaultAccount(tx, command, enterprise.id);
  }
  if (action === 'resume') {
    for (const guard of tools.ports.resumingGuards) await guard(tx, { kind: 'enterprise', id: enterprise.id });
  }
  if (action === 'offboard') {
    for (const guard of tools.ports.offboardingGuards) await guard(tx, enterprise.id, command);
    await closeAccounts(tx, command, enterprise.id);
  }
}

/**
 * Moves an enterprise along its lifecycle; `command.reason` says why where that is asked.
 * @param judgements what the reviewer says of the criteria that the application is reviewed by, to approve and to reject (R2.6)
 * @throws Problem `not-found`, `illegal-transition` (409 with what is allowed), `reason-required`,
 *   `enterprise-incomplete`, `enterprise-not-verified`, `site-visit-missing`, what `cite` throws, and what a guard of another plugin throws
 */
export async function actOnEnterprise(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  enterpriseId: number,
  action: EnterpriseAction,
  judgements: readonly Judgement[] = [],
): Promise<void> {
  const enterprise = await lockEnterprise(tx, enterpriseId);
  const next = step(enterpriseLifecycle, enterprise.state, action);
  if (!next.ok) throw illegalTransition(enterpriseLifecycle, enterprise.state, action);
  const refusal = enterpriseGuard(action, { ...enterprise, reason: command.reason });
  if (refusal !== undefined) throw refusal;
  const criterion = await citeDecision(tx, command, enterpriseId, action, judgements);
  if (action === 'approve') await demandVisit(tx, enterpriseId);
  await takeEffect(tools, tx, command, enterprise, action);
  await moveState(tx, command, enterprise, action, next.to);
  await addStep(tx, command, { enterpriseId, action, from: enterprise.state, to: next.to, criterion });
  await record(tx, command, {
    action: `enterprise.${action}`,
    subject: { kind: 'enterprise', id: enterpriseId },
    before: { state: enterprise.state },
    after: { state: next.to, ...(criterion !== undefined && { criteria: criterion }) },
  });
  const event = { type: events[action], key: `enterprise-${enterpriseId}`, payload: { enterpriseId } };
  await tools.jobs.emit(tx, event, command);
  const kind = news[action];
  if (kind === undefined) return;
  await tellNews(tx, command, [
    { kind, to: { enterpriseId }, page: 'enterprises', id: enterpriseId, number: enterprise.number },
  ]);
}

/**
 * Approval and signing stand on the register's answer: where none is in yet, it is asked for now, outside of any
 * transaction, so that a reviewer never waits for a queue.
 */
export async function verifyBeforeAction(
  tools: PartiesTools,
  command: Command,
  enterpriseId: number,
  action: EnterpriseAction,
): Promise<void> {
  if (action !== 'approve' && action !== 'sign') return;
  const pending = await tools.database.query(
    `SELECT 1 FROM public.enterprises e LEFT JOIN parties.enterprise_verifications v ON v.enterprise_id = e.id
     WHERE e.id = $1 AND e.state IN ('submitted', 'approved') AND coalesce(v.state, 'pending') IN ('pending', 'error')`,
    [enterpriseId],
  );
  if (pending.length > 0) await tools.ports.enterpriseVerifier(enterpriseId, command);
}
