import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { businessNumber, shanghaiDay } from '@linggong/core/domain';
import type { Parties } from '@linggong/parties';
import { openCases } from '../cases/open-cases';
import { addOffboardingStep, openOffboardingOf } from './offboarding-rows';
import type { Rated } from './rate-enterprises';

/**
 * Suspends a dishonest enterprise at once (失信企业即时暂停, R2.3) because a row of the rating table says so: a case with the evidence, the
 * suspension, and the way out – money settled, then offboarded. Heard again it only sees the same case again.
 * @param checkId the check that found it, where one did
 */
export async function suspendByRule(
  parties: Pick<Parties, 'moveEnterprise'>,
  tx: Tx,
  command: Command,
  { enterpriseId, verdict }: Pick<Rated, 'enterpriseId' | 'verdict'>,
  checkId: number | null,
): Promise<void> {
  const company = await tx.maybeOne<{ state: string }>(
    'SELECT state FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  // Who is not in business here, or gone, has nothing to stop.
  if (!company || !['approved', 'active', 'suspended'].includes(company.state)) return;
  if (company.state !== 'active' && (await openOffboardingOf(tx, enterpriseId))) return;
  const reasons = verdict.reasons.map(({ reason }) => reason);
  const [opened] = await openCases(tx, command, [
    {
      source: 'check',
      rule: 'credit.dishonest',
      subject: { kind: 'enterprise', id: enterpriseId },
      enterpriseId,
      severity: 'critical',
      title: { zh: '企业失信，按规则暂停', en: 'A dishonest enterprise was suspended by rule' },
      facts: { rows: verdict.hits.join(','), checkId, score: verdict.score },
    },
  ]);
  if (!opened) return;
  const reason = reasons.map(({ zh }) => zh).join('；');
  if (company.state === 'active') await parties.moveEnterprise(tx, { ...command, reason }, enterpriseId, 'suspend');
  if (company.state === 'approved' || (await openOffboardingOf(tx, enterpriseId))) return;
  await openOffboarding(tx, command, { enterpriseId, caseId: opened.id, checkId, reasons, reason });
}

async function openOffboarding(
  tx: Tx,
  command: Command,
  {
    enterpriseId,
    caseId,
    checkId,
    reasons,
    reason,
  }: {
    readonly enterpriseId: number;
    readonly caseId: number;
    readonly checkId: number | null;
    readonly reasons: readonly unknown[];
    readonly reason: string;
  },
): Promise<void> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.offboarding_number') AS serial`);
  const number = businessNumber('OB', shanghaiDay(command.at), serial);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.offboardings (number, enterprise_id, case_id, check_id, reasons, state, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'suspended', $6) RETURNING id`,
    [number, enterpriseId, caseId, checkId, JSON.stringify(reasons), command.at],
  );
  await addOffboardingStep(tx, command, id, 'opened', { text: reason, facts: { caseId, checkId } });
  await addOffboardingStep(tx, command, id, 'suspended', { text: reason });
  await record(tx, command, {
    action: 'risk-offboarding.open',
    subject: { kind: 'risk-offboarding', id },
    after: { number, enterpriseId, state: 'suspended' },
  });
}
