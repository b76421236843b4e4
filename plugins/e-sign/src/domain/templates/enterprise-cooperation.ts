import type { Template } from '../template';
import { serviceClauses } from './enterprise-cooperation-service';
import { termClauses } from './enterprise-cooperation-terms';
import { commonVariables } from './variables';

/** 灵活用工服务合作协议 (R2.2): what an enterprise signs before it may publish tasks and pay. */
export const enterpriseCooperation: Template = {
  code: 'enterprise-cooperation',
  version: 1,
  kind: 'enterprise-cooperation',
  title: { zh: '灵活用工服务合作协议', en: 'Cooperation Agreement for Flexible-Work Services' },
  preamble: {
    zh: [
      '协议编号：{{contractNumber}}',
      '甲方（企业）：{{enterpriseName}}，统一社会信用代码：{{enterpriseUscc}}',
      '乙方（平台服务机构）：{{platformName}}',
      '双方依据《中华人民共和国民法典》《中华人民共和国电子商务法》《中华人民共和国电子签名法》及税收、个人信息保护等法律法规，就甲方使用乙方灵活用工服务平台事宜订立本协议。',
    ].join('\n'),
    en: [
      'Agreement number: {{contractNumber}}',
      'Party A (enterprise): {{enterpriseName}}, unified social credit code {{enterpriseUscc}}',
      'Party B (platform institution): {{platformName}}',
      "Under the Civil Code, the E-Commerce Law and the Electronic Signature Law of the People's Republic of China, and the laws on tax and personal information, the parties agree on Party A's use of the flexible-work service platform of Party B.",
    ].join('\n'),
  },
  clauses: [...serviceClauses, ...termClauses],
  closing: {
    zh: '双方确认已完整阅读并理解本协议，对资金、税费、真实性审查与责任条款已特别注意，同意签署。',
    en: 'Both parties confirm having read and understood this agreement in full, with particular attention to funds, tax, authenticity review and liability, and agree to sign it.',
  },
  variables: [
    ...commonVariables,
    { name: 'enterpriseName', label: { zh: '企业名称', en: 'Enterprise name' } },
    { name: 'enterpriseUscc', label: { zh: '统一社会信用代码', en: 'Unified social credit code' } },
  ],
};
