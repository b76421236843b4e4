import { notFound, problem, type Problem, type Text2 } from '@linggong/core/domain';

export const noSuchContract = (): Problem => notFound({ zh: '合同', en: 'contract' });

export const noSuchTemplate = (): Problem => notFound({ zh: '合同模板', en: 'contract template' });

export const noSuchBatch = (): Problem => notFound({ zh: '合同批次', en: 'contract batch' });

/** Why a member of a batch got no contract, or a contract no signature (拒绝原因). */
export const refusals = {
  'worker-unknown': { zh: '没有该灵活用工人员', en: 'No such worker' },
  'worker-inactive': { zh: '该人员已暂停、阻断或注销', en: 'The worker is suspended, blocked or has left' },
  'already-sent': { zh: '已有待签的同类合同', en: 'Such a contract waits for signature already' },
  'already-signed': { zh: '已有覆盖该期间的同类合同', en: 'A signed contract covers the period already' },
  'contract-unknown': { zh: '没有该合同', en: 'No such contract' },
  'not-sent': { zh: '合同不在待签状态', en: 'The contract does not wait for signature' },
  'term-over': { zh: '合同期限已过', en: 'The term of the contract is over' },
  'not-verified': { zh: '该人员尚未通过实名核验', en: 'The identity of the worker is not verified' },
} satisfies Record<string, Text2>;

export type Refusal = keyof typeof refusals;

const fixes: Partial<Record<Refusal, Text2>> = {
  'not-verified': { zh: '请先完成实名核验再签署', en: 'Have the identity verified first, then sign' },
  'term-over': { zh: '请重新发起新一期合同', en: 'Send a contract for a new term' },
};

/** A refusal as the answer to a call about one contract. */
export function refused(refusal: Refusal): Problem {
  if (refusal === 'contract-unknown' || refusal === 'worker-unknown') return noSuchContract();
  const fix = fixes[refusal];
  return problem(409, `contract-${refusal}`, refusals[refusal], fix ? { fix } : undefined);
}

export function agreementUnsigned(): Problem {
  return problem(
    409,
    'agreement-unsigned',
    { zh: '合作协议尚未签署', en: 'The cooperation agreement is not signed yet' },
    {
      fix: {
        zh: '请在合同中打开合作协议全文并确认签署',
        en: 'Open the full text of the agreement among the contracts and sign it there',
      },
    },
  );
}

export function textChanged(): Problem {
  return problem(
    409,
    'contract-text-differs',
    { zh: '所确认的文本与合同文本不一致', en: 'The text consented to is not the text of the contract' },
    { field: 'textSha256', fix: { zh: '请重新打开合同全文后再确认', en: 'Open the full text again, then confirm' } },
  );
}
