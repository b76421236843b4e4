import type { Seed } from '@linggong/studio';

/** Criteria of acceptance (交付验收标准, R2.6, R4.2): what whoever accepts delivered work says of it, one by one or of many at once. */
export const acceptanceCriteria: Seed = {
  kind: 'criteria',
  key: 'tasks.acceptance',
  name: { zh: '交付验收标准', en: 'Criteria of acceptance' },
  usedBy: { zh: '交付成果的验收', en: 'Acceptance of delivered work' },
  description: {
    zh: '验收交付成果时逐条确认；批量验收时同一结论适用于所选的全部承揽。',
    en: 'Judged when delivered work is accepted; accepted in bulk, the same is said of all that was picked.',
  },
  content: {
    area: 'tasks',
    scope: { zh: '适用于平台任务的全部交付成果。', en: 'For all work that is delivered in tasks of the platform.' },
    criteria: [
      {
        id: 'C-01',
        title: { zh: '成果真实', en: 'The work was done' },
        text: {
          zh: '成果由承揽人本人完成并已交付，不是虚构或他人代为完成。',
          en: 'The worker himself did and delivered it; it is neither invented nor somebody else’s.',
        },
        evidence: { zh: '交付单；成果记录', en: 'Delivery form; record of the work' },
        basis: { zh: '发票管理办法第二十一条', en: 'Measures on invoices art. 21' },
        required: true,
      },
      {
        id: 'C-02',
        title: { zh: '符合验收标准', en: 'It meets the standard' },
        text: {
          zh: '数量、质量符合任务写明的验收标准；不足部分已在验收金额中扣除。',
          en: 'Quantity and quality meet the standard written in the task; what is short was taken off the amount.',
        },
        evidence: { zh: '验收标准；计量记录', en: 'Standard of acceptance; measurements' },
        basis: { zh: '民法典第七百八十条', en: 'Civil Code art. 780' },
        required: true,
      },
      {
        id: 'C-03',
        title: { zh: '金额与成果相符', en: 'The amount fits the work' },
        text: {
          zh: '验收金额由成果计量得出，不含与任务无关的款项。',
          en: 'The amount accepted follows from what was measured and holds nothing that has no part in the task.',
        },
        evidence: { zh: '计价依据', en: 'Basis of the price' },
        basis: { zh: '平台任务管理制度', en: 'Procedure for tasks' },
        required: true,
      },
    ],
  },
  cases: [
    { name: '逐条确认可以验收', input: { cited: ['C-01', 'C-02', 'C-03'] }, expect: { sound: true, complete: true } },
    {
      name: '未确认成果真实不能验收',
      input: { cited: ['C-02', 'C-03'] },
      expect: { complete: false, uncited: ['C-01'] },
    },
  ],
};
