import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import type { VerificationState } from '../../domain';
import type { PartiesTools } from '../tools';

/** The answer of one company check; the evidence itself stays with real-name under `evidenceCode`. */
export interface EnterpriseMark {
  readonly enterpriseId: number;
  readonly state: Exclude<VerificationState, 'pending'>;
  readonly evidenceCode: string;
}

// A register that could not answer takes nothing away from a company whose entry was found right before.
const MARK = `
INSERT INTO parties.enterprise_verifications AS v (enterprise_id, state, evidence_code, checked_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (enterprise_id) DO UPDATE
SET state = EXCLUDED.state, evidence_code = EXCLUDED.evidence_code, checked_at = EXCLUDED.checked_at
WHERE EXCLUDED.state <> 'error' OR v.state <> 'match'`;

/**
 * Takes over the register's answer about a company (R2.4). Where a repeated check (R2.3) no longer finds what it found before,
 * `parties.enterprise.verification-lost` is told: whether it is suspended is an operator's decision, with his reason.
 */
export async function markEnterprise(
  { jobs }: Pick<PartiesTools, 'jobs'>,
  tx: Tx,
  command: Command,
  mark: EnterpriseMark,
): Promise<void> {
  const { enterpriseId, state, evidenceCode } = mark;
  const before = await tx.maybeOne<{ state: VerificationState }>(
    'SELECT state FROM parties.enterprise_verifications WHERE enterprise_id = $1 FOR UPDATE',
    [enterpriseId],
  );
  await tx.query(MARK, [enterpriseId, state, evidenceCode, command.at]);
  await record(tx, command, {
    action: 'enterprise.verify',
    subject: { kind: 'enterprise', id: enterpriseId },
    before: { verification: before?.state ?? 'pending' },
    after: { verification: state, evidenceCode },
  });
  if (before?.state === 'match' && (state === 'mismatch' || state === 'no-record')) {
    await jobs.emit(
      tx,
      { type: 'parties.enterprise.verification-lost', key: `enterprise-${enterpriseId}`, payload: { enterpriseId } },
      command,
    );
  }
}
