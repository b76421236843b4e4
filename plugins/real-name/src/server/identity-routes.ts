import { clockOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { route, type Route } from '@linggong/access';
import { identifierToCheck, identifierVerdict, type IdentifierVerdictAnswer } from '../api';
import { checkIdentifier, provinces, reasonTexts, type IdentifierKind } from '../domain';

function answerOf(kind: IdentifierKind, value: string, today: string): IdentifierVerdictAnswer {
  const verdict = checkIdentifier(kind, value, today);
  if (!verdict.valid) return { valid: false, reason: verdict.reason, reasonText: reasonTexts[verdict.reason] };
  // The value itself is not sent back: an answer may be logged by proxies that must not see identity numbers.
  const { normalised: _normalised, ...facts } = verdict;
  const name = 'province' in facts ? provinces[facts.province] : undefined;
  return name === undefined ? facts : { ...facts, provinceName: name };
}

const checkOne = route({
  method: 'POST',
  path: '/identity/checks',
  resource: 'identifier',
  action: 'check',
  summary: { zh: '校验证件号码与账号', en: 'Check an identifier by its algorithm' },
  description: {
    zh: '仅按编码规则校验，不查询任何登记机关；valid 表示格式与校验码正确。',
    en: 'By algorithm alone, no register is asked; valid means well formed.',
  },
  body: identifierToCheck,
  answers: { 200: identifierVerdict },
  handle: async ({ strapi, body }) => ({
    status: 200,
    body: answerOf(body.kind, body.value, shanghaiDay(clockOf(strapi).now())),
  }),
});

export const identityRoutes: readonly Route[] = [checkOne];
