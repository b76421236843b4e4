import type { Command, Tx } from '@linggong/core';
import { cite } from '@linggong/studio';
import type { Judgement, Verdict } from '@linggong/studio/domain';
import type { EnterpriseAction } from '../../domain';
import { admissionCriteria } from '../../domain/seeds/admission-criteria';

const verdicts: Readonly<Partial<Record<EnterpriseAction, Verdict>>> = { approve: 'passes', reject: 'refuses' };

/**
 * Keeps the criteria that a decision about an application cites (R2.6), and gives the line of it; undefined for actions that decide nothing.
 * @throws Problem as `cite`
 */
export async function citeDecision(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  action: EnterpriseAction,
  judgements: readonly Judgement[],
): Promise<string | undefined> {
  const verdict = verdicts[action];
  if (verdict === undefined) return undefined;
  return cite(tx, command, {
    kind: 'enterprise',
    ids: [enterpriseId],
    seed: admissionCriteria,
    act: action,
    verdict,
    judgements,
  });
}
