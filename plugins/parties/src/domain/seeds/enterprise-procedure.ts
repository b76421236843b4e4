import type { Seed } from '@linggong/studio';

/** Procedure for enterprises (企业管理制度, R1.7). */
export const enterpriseProcedure: Seed = {
  kind: 'procedure',
  key: 'enterprises.management',
  name: { zh: '企业管理制度', en: 'Procedure for enterprises' },
  description: {
    zh: '企业从申请、审核、签约到退出的管理要求（R1.7）。',
    en: 'What holds for enterprises from application to departure (R1.7).',
  },
  content: {
    area: 'enterprises',
    purpose: {
      zh: '确保入驻企业主体真实、业务合规，退出有序。',
      en: 'Enterprises are real, their business is lawful, and they leave in order.',
    },
    basis: {
      zh: '共享经济灵活用工平台管理规范；电子商务法',
      en: 'Hunan standard on managing flexible-employment platforms; E-Commerce Law',
    },
    binds: ['operator', 'merchant-reviewer', 'risk-officer', 'customer-service', 'institution-manager'],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [
      {
        id: '1',
        heading: { zh: '受理与资料', en: 'Application and documents' },
        body: {
          zh: '企业提交统一社会信用代码、法定代表人、联系人、业务场景和用工说明。资料不齐的，经办一次告知全部缺项，不得分次要求。',
          en: 'An enterprise gives its code, legal representative, contact, scenarios and how workers are engaged. What is missing is told at once and completely.',
        },
      },
      {
        id: '2',
        heading: { zh: '审核', en: 'Review' },
        body: {
          zh: '审核人与录入人不得为同一人。每一步审核引用“企业入驻标准”的条款；必引条款未全部核查的，不得通过。登记查询结果不一致的，驳回并说明理由。',
          en: 'Whoever reviews is not whoever entered. Every step cites the admission criteria; nothing passes before all that must be cited were looked at. Where the register differs, it is rejected with the reason.',
        },
      },
      {
        id: '3',
        heading: { zh: '签约与开户', en: 'Contract and account' },
        body: {
          zh: '通过后签订服务合作协议，核验印章与签署人授权，开立子账户。预存款只接受企业本名对公账户转入。',
          en: 'Once approved, the contract is signed, seal and authority are verified, and a sub-account is opened. Deposits come from its own corporate account alone.',
        },
      },
      {
        id: '4',
        heading: { zh: '持续核查', en: 'Re-checks' },
        body: {
          zh: '每半年复核登记与信用状况；出现经营异常、失信、投诉集中的，三个工作日内启动核查，并按风险等级调整限额与抽查比例。',
          en: 'Register and credit are checked again every half year. Abnormal operation, dishonesty or many complaints are looked into within three working days; limits and sampling follow the class.',
        },
      },
      {
        id: '5',
        heading: { zh: '暂停与退出', en: 'Suspension and departure' },
        body: {
          zh: '发现虚构业务、代他人走账等情形的，立即暂停并保全证据。退出前结清全部在途款项、发票和投诉，资料按档案期限保存。',
          en: 'Invented business or payments for others suspend at once, with the evidence kept. Before it leaves, all money, invoices and complaints are settled; records are kept for their term.',
        },
      },
    ],
  },
  cases: [
    {
      name: '适用岗位须在七日内确认',
      input: { role: 'merchant-reviewer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: true, acknowledgeBy: '2026-12-08', late: true },
    },
    {
      name: '不适用的岗位',
      input: { role: 'tax-officer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: false, late: false },
    },
    {
      name: '到期须复审',
      input: { role: 'merchant-reviewer', inForceSince: '2026-12-01', day: '2027-12-01' },
      expect: { overdueForReview: true },
    },
  ],
};
