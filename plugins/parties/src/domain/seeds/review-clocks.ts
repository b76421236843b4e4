import type { Seed } from '@linggong/studio';

/** An application is decided within so many working days of being submitted, by the clock that is in force then. */
export const reviewClocks: Seed = {
  kind: 'sla',
  key: 'enterprises.reviews',
  name: { zh: '企业审核时限', en: 'Clocks of reviews of enterprises' },
  usedBy: { zh: '企业入驻审核的时限', en: 'When the review of an enterprise is due' },
  description: {
    zh: '企业提交入驻申请后，须在时限内给出审核结论；审核开始时生效的时限适用于该次审核。',
    en: 'An application is decided within so many working days of being submitted, by the clock that is in force then.',
  },
  content: {
    opens: '09:00',
    closes: '18:00',
    clocks: [
      {
        id: 'admission',
        name: { zh: '入驻审核', en: 'Admission' },
        matter: 'enterprises.admission',
        severity: null,
        amount: 3,
        unit: 'working-days',
        warnAt: '0.75',
        basis: { zh: '企业管理制度', en: 'Procedure for enterprises' },
      },
    ],
  },
  cases: [
    {
      name: '周五提交，三个工作日',
      input: {
        matter: 'enterprises.admission',
        severity: 'P1',
        start: '2026-11-20T01:00:00Z',
        holidays: [],
        workdays: [],
      },
      expect: { due: '2026-11-25T10:00:00.000Z' },
    },
  ],
};
