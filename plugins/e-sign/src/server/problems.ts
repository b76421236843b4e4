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
  'at-provider': { zh: '合同正在电子签名服务中签署', en: 'The contract is being signed at the e-signature service' },
  'not-of-a-worker': { zh: '该合同不由灵活用工人员签署', en: 'No worker signs this contract' },
  'already-requested': { zh: '已发起电子签名，尚未结束', en: 'A signature has been asked for and is not decided yet' },
} satisfies Record<string, Text2>;

export type Refusal = keyof typeof refusals;

const fixes: Partial<Record<Refusal, Text2>> = {
  'not-verified': { zh: '请先完成实名核验再签署', en: 'Have the identity verified first, then sign' },
  'term-over': { zh: '请重新发起新一期合同', en: 'Send a contract for a new term' },
  'at-provider': { zh: '请前往电子签名服务签署', en: 'Go to the e-signature service and sign there' },
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

export const noSuchRequest = (): Problem => notFound({ zh: '签署请求', en: 'signature request' });

export const noSuchSignedFile = (): Problem => notFound({ zh: '签署文件', en: 'signed file' });

export function noProvider(): Problem {
  return problem(
    409,
    'signature-service-missing',
    { zh: '没有配置电子签名服务', en: 'No e-signature service is configured' },
    {
      fix: {
        zh: '请由系统管理员配置，或线下签署后上传扫描件',
        en: 'Have one configured, or sign on paper and file the scan',
      },
    },
  );
}

/** The service did not answer as it should. @param code of the service, no words of it */
export function providerAway(code: string): Problem {
  return problem(
    503,
    'signature-service-away',
    { zh: '电子签名服务暂不可用', en: 'The e-signature service does not answer as it should' },
    { fix: { zh: '请稍后再试', en: 'Try again later' }, extra: { providerCode: code, retryAfterSeconds: 30 } },
  );
}

export function codeRequired(): Problem {
  return problem(
    409,
    'signing-code-required',
    { zh: '请先获取短信验证码，再确认签署', en: 'Have a code sent to your phone first, and sign with it' },
    { field: 'code' },
  );
}

export function codesOff(): Problem {
  return problem(409, 'signing-code-off', { zh: '未启用短信验证码', en: 'Codes by message are not switched on' });
}

export function codeTooSoon(seconds: number): Problem {
  return problem(
    429,
    'signing-code-too-soon',
    { zh: '验证码发送过于频繁', en: 'Codes were asked for too often' },
    {
      fix: { zh: `请${seconds}秒后再试`, en: `Try again in ${seconds} seconds` },
      extra: { retryAfterSeconds: seconds },
    },
  );
}

export function codeNotSent(): Problem {
  return problem(
    503,
    'signing-code-not-sent',
    { zh: '验证码未能发出', en: 'The code could not be sent' },
    { fix: { zh: '请稍后再试', en: 'Try again later' }, extra: { retryAfterSeconds: 30 } },
  );
}

export function codeWrong(triesLeft: number): Problem {
  const fix =
    triesLeft > 0
      ? { zh: `还可以尝试${triesLeft}次`, en: `${triesLeft} tries are left` }
      : { zh: '请重新获取验证码', en: 'Have a new code sent' };
  const text = { zh: '验证码不正确或已过期', en: 'The code is wrong, or its time is over' };
  return problem(422, 'signing-code-wrong', text, { field: 'code', fix, extra: { triesLeft } });
}

export function contractIdsBroken(most: number): Problem {
  return problem(
    400,
    'contract-ids-invalid',
    { zh: `合同编号应为1至${most}个编号的JSON列表`, en: `The contracts must be a JSON list of 1 to ${most} ids` },
    { field: 'contractIds' },
  );
}

export function scanNotWanted(): Problem {
  return problem(409, 'scan-not-wanted', {
    zh: '该合同不是线下签署，或已有扫描件',
    en: 'The contract was not signed on paper, or has its scan already',
  });
}
