import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { problem } from '@linggong/core/domain';
import { beginReview, cite } from '@linggong/studio';
import type { Judgement } from '@linggong/studio/domain';
import type { EnterpriseState } from '../../domain';
import { admissionCriteria } from '../../domain/seeds/admission-criteria';
import type { PartiesTools } from '../tools';
import { lockEnterprise } from './enterprise-rows';
import { addStep } from './enterprise-steps';

/** Who was admitted and has not left is looked at again. */
const reviewed: ReadonlySet<EnterpriseState> = new Set(['approved', 'active', 'suspended']);

/**
 * The regular re-check of an enterprise by the admission criteria in force (定期复核, R2.3, R2.6). It moves no state: where a mandatory
 * criterion does not hold any more, `parties.enterprise.review-failed` is told, and what is done about it is decided by people.
 * @throws Problem `not-found`, 409 `enterprise-not-reviewed`, what `cite` throws
 */
export async function reviewEnterprise(
  { jobs }: Pick<PartiesTools, 'jobs'>,
  tx: Tx,
  command: Command,
  enterpriseId: number,
  judgements: readonly Judgement[],
): Promise<void> {
  const { state } = await lockEnterprise(tx, enterpriseId);
  if (!reviewed.has(state)) throw notReviewed(state);
  await beginReview(tx, command, { kind: 'enterprise', id: enterpriseId, seed: admissionCriteria });
  const subject = { kind: 'enterprise', ids: [enterpriseId], seed: admissionCriteria } as const;
  const criteria = await cite(tx, command, { ...subject, act: 'review', verdict: 'tells', judgements });
  await addStep(tx, command, { enterpriseId, action: 'review', from: state, to: state, criterion: criteria });
  await record(tx, command, {
    action: 'enterprise.review',
    subject: { kind: 'enterprise', id: enterpriseId },
    after: { state, criteria },
  });
  if (judgements.every(({ holds }) => holds)) return;
  const event = {
    type: 'parties.enterprise.review-failed',
    key: `enterprise-${enterpriseId}`,
    payload: { enterpriseId },
  };
  await jobs.emit(tx, event, command);
}

function notReviewed(state: EnterpriseState): Error {
  return problem(
    409,
    'enterprise-not-reviewed',
    {
      zh: '尚未入驻或已清退的企业不做定期复核',
      en: 'An enterprise that is not admitted, or has left, is not re-checked',
    },
    { extra: { state }, fix: { zh: '请在入驻审核中给出结论', en: 'Judge its application instead' } },
  );
}
