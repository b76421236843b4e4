import type { Seed } from '@linggong/studio';

/** Procedure for risk (风险管理制度, R1.7, R6.4). */
export const riskProcedure: Seed = {
  kind: 'procedure',
  key: 'risk.management',
  name: { zh: '风险管理制度', en: 'Procedure for risk' },
  description: {
    zh: '风险规则、名单、评级、处置的管理要求（R1.7、R6.4）。',
    en: 'What holds for rules, lists, ratings and measures (R1.7, R6.4).',
  },
  content: {
    area: 'risk',
    purpose: {
      zh: '确保风险规则成文、经审批、可复核，处置适度并可撤销。',
      en: 'Rules are written, approved and can be looked at again; measures fit and can be taken back.',
    },
    basis: {
      zh: '反洗钱法；共享经济灵活用工平台管理规范',
      en: 'Anti-Money-Laundering Law; Hunan standard on managing flexible-employment platforms',
    },
    binds: [
      'risk-officer',
      'operator',
      'finance-approver',
      'config-operator',
      'config-approver',
      'institution-manager',
    ],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [
      {
        id: '1',
        heading: { zh: '规则', en: 'Rules' },
        body: {
          zh: '规则、限额、名单和评级在配置中心维护，变更须附测试用例、回放结果和理由，经第二人审批后按生效日执行。',
          en: 'Rules, limits, lists and ratings are kept in the configurations. A change has test cases, a replay and a reason; a second person approves, and it holds from its day.',
        },
      },
      {
        id: '2',
        heading: { zh: '事前', en: 'Before' },
        body: {
          zh: '企业入驻、人员注册、签约和任务发布时进行名单、评级和场景检查。',
          en: 'Admission, registration, signing and publication are checked against lists, rating and scenario.',
        },
      },
      {
        id: '3',
        heading: { zh: '事中', en: 'During' },
        body: {
          zh: '每笔支付在确认前决策；需复核的由风险专员处理，写明理由。不得以口头指示放行。',
          en: 'Every payment is decided before it is confirmed. What needs review is handled by a risk officer with a reason; nothing is let through by word of mouth.',
        },
      },
      {
        id: '4',
        heading: { zh: '事后', en: 'After' },
        body: {
          zh: '按抽样方案抽查并电话回访；冒用、套用、变相转账的，立案处置。',
          en: 'Samples are drawn by the plan and people are called. Misuse and disguised transfers open a case.',
        },
      },
      {
        id: '5',
        heading: { zh: '处置与复核', en: 'Measures and review' },
        body: {
          zh: '冻结、暂停、降额、列名均须第二人审批，写明期限，可申诉、可撤销。每季度复盘规则命中率与误报率。',
          en: 'Freezing, suspension, lower limits and listing need a second person and a term, can be appealed and taken back. Hits and false alarms of rules are reviewed every quarter.',
        },
      },
    ],
  },
  cases: [
    {
      name: '适用岗位须在七日内确认',
      input: { role: 'risk-officer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: true, acknowledgeBy: '2026-12-08', late: true },
    },
    {
      name: '不适用的岗位',
      input: { role: 'archivist', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: false, late: false },
    },
    {
      name: '到期须复审',
      input: { role: 'risk-officer', inForceSince: '2026-12-01', day: '2027-12-01' },
      expect: { overdueForReview: true },
    },
  ],
};
