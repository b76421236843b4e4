import type { Seed } from '@linggong/studio';

/** Authenticity criteria of tasks (业务真实性审查标准, R2.6): what each step of the review of a task cites. */
export const authenticityCriteria: Seed = {
  kind: 'criteria',
  key: 'tasks.authenticity',
  name: { zh: '业务真实性审查标准', en: 'Authenticity criteria of tasks' },
  usedBy: { zh: '任务审核的每一步', en: 'Every step of the review of a task' },
  description: {
    zh: '任务审核的每一步都引用其中的标准。',
    en: 'Every step of the review of a task cites one of these.',
  },
  content: {
    area: 'tasks',
    scope: { zh: '适用于平台发布的全部任务。', en: 'For every task that is published here.' },
    criteria: [
      {
        id: 'B-01',
        title: { zh: '业务真实存在', en: 'The work exists' },
        text: {
          zh: '任务对应企业真实的业务需求，与企业经营范围和业务合同相符，不是为支付而虚构。',
          en: 'The task answers a real need of the enterprise, within its scope and contracts, and was not invented for a payment.',
        },
        evidence: { zh: '业务合同、订单或需求说明', en: 'Contract, orders or description of the need' },
        basis: { zh: '发票管理办法第二十一条', en: 'Measures on invoices art. 21' },
        required: true,
      },
      {
        id: 'B-02',
        title: { zh: '场景相符', en: 'The scenario fits' },
        text: {
          zh: '工作内容与所选业务场景的范围一致，成果可以计量。',
          en: 'The work is that of the scenario picked, and its result can be measured.',
        },
        evidence: { zh: '任务说明', en: 'Description of the task' },
        basis: { zh: '业务场景目录', en: 'Catalogue of scenarios' },
        required: true,
      },
      {
        id: 'B-03',
        title: { zh: '合作而非雇佣', en: 'Cooperation, not employment' },
        text: {
          zh: '不要求固定工时、考勤、只为一家企业工作，不约定劳动关系待遇；出现相关表述的已修改或说明。',
          en: 'No fixed hours, no attendance, not one enterprise only, no terms of employment; words to that effect were changed or explained.',
        },
        evidence: { zh: '任务说明；企业说明', en: 'Description of the task; statement of the enterprise' },
        basis: { zh: '人社部发〔2021〕56号', en: 'MOHRSS 2021-56' },
        required: true,
      },
      {
        id: 'B-04',
        title: { zh: '价格合理', en: 'The price is plausible' },
        text: {
          zh: '单价与同类任务、当地市场相当；明显偏高或偏低的须说明。',
          en: 'The price is that of like tasks and of the place; one plainly too high or too low is explained.',
        },
        evidence: { zh: '报价依据', en: 'Basis of the price' },
        basis: { zh: '平台任务管理制度', en: 'Procedure for tasks' },
        required: false,
      },
      {
        id: 'B-05',
        title: { zh: '验收标准明确', en: 'Acceptance is clear' },
        text: {
          zh: '写明成果、计量单位和验收标准，第三人据此可以判断是否完成。',
          en: 'Result, unit and standard are written so that a third person could tell whether it is done.',
        },
        evidence: { zh: '验收标准', en: 'Standard of acceptance' },
        basis: { zh: '平台任务管理制度', en: 'Procedure for tasks' },
        required: false,
      },
      {
        id: 'B-06',
        title: { zh: '内容合法', en: 'The content is lawful' },
        text: {
          zh: '不含刷单、虚假评价、非法集资、违规催收等违法内容，不歧视，不收取押金。',
          en: 'No fake orders or reviews, unlawful fund-raising or collection; no discrimination; no deposit is taken.',
        },
        evidence: { zh: '任务说明', en: 'Description of the task' },
        basis: {
          zh: '反不正当竞争法第八条；就业促进法第三条',
          en: 'Anti-Unfair Competition Law art. 8; Employment Promotion Law art. 3',
        },
        required: true,
      },
    ],
  },
  cases: [
    {
      name: '引用全部必引标准可以通过',
      input: { cited: ['B-01', 'B-02', 'B-03', 'B-06'] },
      expect: { sound: true, complete: true },
    },
    {
      name: '未核查业务真实性不能通过',
      input: { cited: ['B-02', 'B-03', 'B-06'] },
      expect: { complete: false, uncited: ['B-01'] },
    },
  ],
};
