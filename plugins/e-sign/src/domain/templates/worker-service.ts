import type { Template } from '../template';
import { commonVariables, workerVariables } from './variables';
import { rightsClauses } from './worker-service-rights';
import { workClauses } from './worker-service-work';

/** 灵活用工人员服务协议 (R3.3, R3.5): what must stand between the platform, its enterprises and a worker before he is paid. */
export const workerService: Template = {
  code: 'worker-service',
  version: 1,
  kind: 'worker-service',
  title: { zh: '灵活用工人员服务协议', en: 'Service Agreement for Flexibly Employed Workers' },
  preamble: {
    zh: [
      '协议编号：{{contractNumber}}',
      '甲方（平台服务机构）：{{platformName}}',
      '乙方（灵活用工人员）：{{workerName}}，证件号码：{{workerIdentity}}',
      '双方依据《中华人民共和国民法典》《中华人民共和国电子商务法》《中华人民共和国电子签名法》《中华人民共和国个人信息保护法》等法律，就乙方通过平台承揽任务、取得报酬事宜，在平等自愿的基础上订立本协议。',
    ].join('\n'),
    en: [
      'Agreement number: {{contractNumber}}',
      'Party A (platform institution): {{platformName}}',
      'Party B (worker): {{workerName}}, identity number: {{workerIdentity}}',
      "Under the Civil Code, the E-Commerce Law, the Electronic Signature Law and the Personal Information Protection Law of the People's Republic of China, the parties agree freely and as equals on the tasks that Party B undertakes and the remuneration that Party B receives through the platform.",
    ].join('\n'),
  },
  clauses: [...workClauses, ...rightsClauses],
  closing: {
    zh: '乙方确认：已完整阅读本协议，对关系性质、报酬、税款、个人信息与争议解决等条款已充分注意并理解，同意受其约束。',
    en: 'Party B confirms having read this agreement in full, having noted and understood in particular the articles on the relation of the parties, remuneration, tax, personal information and disputes, and agrees to be bound by it.',
  },
  variables: [
    ...commonVariables,
    ...workerVariables,
    { name: 'enterprise', label: { zh: '任务发布方', en: 'Principal' } },
    { name: 'scenarios', label: { zh: '工作类别', en: 'Kinds of work' } },
  ],
};
