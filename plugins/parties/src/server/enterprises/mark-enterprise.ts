import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import type { VerificationState } from '../../domain';

/** The answer of one company check; the evidence itself stays with real-name under `evidenceCode`. */
export interface EnterpriseMark {
  readonly enterpriseId: number;
  readonly state: Exclude<VerificationState, 'pending'>;
  readonly evidenceCode: string;
}

/** Takes over the register's answer about a company (R2.4). */
export async function markEnterprise(tx: Tx, command: Command, mark: EnterpriseMark): Promise<void> {
  await tx.query(
    `INSERT INTO parties.enterprise_verifications (enterprise_id, state, evidence_code, checked_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (enterprise_id) DO UPDATE
     SET state = EXCLUDED.state, evidence_code = EXCLUDED.evidence_code, checked_at = EXCLUDED.checked_at`,
    [mark.enterpriseId, mark.state, mark.evidenceCode, command.at],
  );
  await record(tx, command, {
    action: 'enterprise.verify',
    subject: { kind: 'enterprise', id: mark.enterpriseId },
    after: { verification: mark.state, evidenceCode: mark.evidenceCode },
  });
}
