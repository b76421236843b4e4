import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import { actionsWithReason, type EnterpriseAction } from './enterprise-lifecycle';

/** How the check of a company against the register stands (企业认证, R2.4). */
export const verificationStates = ['pending', 'match', 'mismatch', 'no-record', 'error'] as const;
export type VerificationState = (typeof verificationStates)[number];

/** What a guard may look at beside the state itself. */
export interface EnterpriseFacts {
  readonly verification: VerificationState;
  readonly reason: string | undefined;
  /** Fields that an application needs and this one lacks. */
  readonly missing: readonly string[];
}

/** What an application must name before it is submitted, in the words of its form. */
const words: Readonly<Record<string, Text2>> = {
  legalRepresentative: { zh: '法定代表人', en: 'the legal representative' },
  contactName: { zh: '联系人', en: 'the contact' },
  contactPhone: { zh: '联系电话', en: "the contact's phone" },
};

function incomplete(missing: readonly string[]): Problem {
  const named = missing.map((field) => words[field] ?? { zh: field, en: field });
  return problem(
    409,
    'enterprise-incomplete',
    {
      zh: `企业资料还缺：${named.map(({ zh }) => zh).join('、')}`,
      en: `The application lacks ${named.map(({ en }) => en).join(', ')}`,
    },
    { fix: { zh: '请补齐资料后再提交', en: 'Complete the application, then submit it' }, extra: { missing } },
  );
}

const unverified: Readonly<Record<Exclude<VerificationState, 'match'>, { zh: string; en: string }>> = {
  pending: { zh: '企业认证尚未完成', en: 'The company has not been checked against the register yet' },
  mismatch: { zh: '企业登记信息与申请不一致', en: 'The register does not agree with the application' },
  'no-record': { zh: '登记机关查无此企业', en: 'The register knows no such company' },
  error: { zh: '企业认证未能完成', en: 'The check against the register failed' },
};

function notVerified(state: Exclude<VerificationState, 'match'>): Problem {
  return problem(409, 'enterprise-not-verified', unverified[state], {
    fix: {
      zh: '请核对名称、统一社会信用代码与法定代表人后重新认证，或驳回申请',
      en: 'Correct name, credit code or legal representative and check again, or reject the application',
    },
    extra: { verification: state },
  });
}

/**
 * Why an action that the lifecycle allows must still be refused, or undefined.
 * Nobody is admitted on paper alone: approval and signing need the register's own answer (R2.4).
 */
export function enterpriseGuard(action: EnterpriseAction, facts: EnterpriseFacts): Problem | undefined {
  if (actionsWithReason.has(action) && facts.reason === undefined) {
    return problem(
      400,
      'reason-required',
      { zh: '此操作必须说明理由', en: 'This action needs a reason' },
      { field: 'reason', fix: { zh: '请填写理由', en: 'Say why' } },
    );
  }
  if (action === 'submit' && facts.missing.length > 0) return incomplete(facts.missing);
  const needsVerification = action === 'approve' || action === 'sign';
  if (needsVerification && facts.verification !== 'match') return notVerified(facts.verification);
  return undefined;
}
