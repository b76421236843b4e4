import type { Template } from '../template';
import { taxAgencyClauses } from './tax-agency-clauses';
import { commonVariables, workerVariables } from './variables';

/**
 * 涉税事项代理授权书 (R3.4): the written consent that STA announcement 2025-16 art. 2 asks for before the platform files
 * VAT and surcharges for a worker; without it the monthly threshold is not his.
 */
export const taxAgency: Template = {
  code: 'tax-agency',
  version: 1,
  kind: 'tax-agency',
  title: { zh: '涉税事项代理授权书', en: 'Authorization for Tax Matters' },
  preamble: {
    zh: [
      '授权书编号：{{contractNumber}}',
      '授权人：{{workerName}}，证件号码：{{workerIdentity}}',
      '被授权人（互联网平台企业）：{{platformName}}',
      '授权人在被授权人运营的平台上取得服务收入。为依法办理由此产生的涉税事项，授权人自愿向被授权人作出以下授权。',
    ].join('\n'),
    en: [
      'Authorization number: {{contractNumber}}',
      'Principal: {{workerName}}, identity number: {{workerIdentity}}',
      'Agent (internet platform enterprise): {{platformName}}',
      'The principal earns service income on the platform operated by the agent. To have the tax matters that arise from it handled according to law, the principal freely gives the agent the following authority.',
    ].join('\n'),
  },
  clauses: taxAgencyClauses,
  closing: {
    zh: '授权人确认：已阅读并理解授权事项、期限、撤回方式及个人信息处理规则，以上授权出于本人真实意愿。',
    en: 'The principal confirms having read and understood the matters authorized, the term, the way to withdraw and the rules on personal information, and gives this authority of free will.',
  },
  variables: [...commonVariables, ...workerVariables],
};
