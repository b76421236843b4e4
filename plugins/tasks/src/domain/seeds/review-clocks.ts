import type { Seed } from '@linggong/studio';

/** Tasks are reviewed, and delivered work is accepted, within so many working days. */
export const reviewClocks: Seed = {
  kind: 'sla',
  key: 'tasks.reviews',
  name: { zh: '任务审核与验收时限', en: 'Clocks of reviews of tasks and of acceptance' },
  usedBy: { zh: '任务审核与成果验收的时限', en: 'When reviews of tasks and of delivered work are due' },
  description: {
    zh: '任务提交后、成果交付后，须在时限内审核、验收。',
    en: 'Tasks are reviewed, and delivered work is accepted, within so many working days.',
  },
  content: {
    opens: '09:00',
    closes: '18:00',
    clocks: [
      {
        id: 'publication',
        name: { zh: '任务审核', en: 'Review of a task' },
        matter: 'tasks.publication',
        severity: null,
        amount: 1,
        unit: 'working-days',
        warnAt: '0.75',
        basis: { zh: '任务管理制度', en: 'Procedure for tasks' },
      },
      {
        id: 'acceptance',
        name: { zh: '交付验收', en: 'Acceptance of work' },
        matter: 'tasks.acceptance',
        severity: null,
        amount: 3,
        unit: 'working-days',
        warnAt: '0.75',
        basis: { zh: '民法典第七百八十条', en: 'Civil Code art. 780' },
      },
    ],
  },
  cases: [
    {
      name: '周五提交，下一个工作日审核',
      input: { matter: 'tasks.publication', severity: 'P1', start: '2026-11-20T01:00:00Z', holidays: [], workdays: [] },
      expect: { due: '2026-11-23T10:00:00.000Z' },
    },
    {
      name: '周五交付，三个工作日验收',
      input: { matter: 'tasks.acceptance', severity: 'P1', start: '2026-11-20T01:00:00Z', holidays: [], workdays: [] },
      expect: { due: '2026-11-25T10:00:00.000Z' },
    },
  ],
};
