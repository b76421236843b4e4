import type { Seed } from '@linggong/studio';

/** Procedure for tasks (任务管理制度, R1.7). */
export const taskProcedure: Seed = {
  kind: 'procedure',
  key: 'tasks.management',
  name: { zh: '任务管理制度', en: 'Procedure for tasks' },
  description: {
    zh: '任务发布、审核、承接、交付和验收的管理要求（R1.7）。',
    en: 'What holds for publishing, reviewing, taking, delivering and accepting tasks (R1.7).',
  },
  content: {
    area: 'tasks',
    purpose: {
      zh: '确保任务真实、属于灵活用工范围，成果可核验。',
      en: 'Tasks are real, within flexible employment, and their results can be verified.',
    },
    basis: {
      zh: '人社部发〔2021〕56号；共享经济灵活用工平台管理规范',
      en: 'MOHRSS 2021-56; Hunan standard on managing flexible-employment platforms',
    },
    binds: ['operator', 'task-reviewer', 'risk-officer', 'customer-service', 'institution-manager'],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [
      {
        id: '1',
        heading: { zh: '发布', en: 'Publication' },
        body: {
          zh: '任务须写明业务场景、工作内容、计价单位、单价、验收标准和起止日期；场景须在业务场景目录内。',
          en: 'A task names scenario, work, unit, price, standard of acceptance and days; its scenario is in the catalogue.',
        },
      },
      {
        id: '2',
        heading: { zh: '审核', en: 'Review' },
        body: {
          zh: '审核人引用“业务真实性审查标准”。出现固定工时、考勤、只为一家企业工作等情形的，退回修改，或写明理由后由第二人复核。',
          en: 'The reviewer cites the authenticity criteria. Fixed hours, attendance or one enterprise only send it back, or a reason is written and a second person looks.',
        },
      },
      {
        id: '3',
        heading: { zh: '承接', en: 'Taking' },
        body: {
          zh: '人员自主决定是否承接；不得因拒绝任务而处罚。承接前须已实名、已签服务协议。',
          en: 'People decide themselves whether they take a task and are not punished for refusing. They are verified and have signed before.',
        },
      },
      {
        id: '4',
        heading: { zh: '交付与验收', en: 'Delivery and acceptance' },
        body: {
          zh: '按验收标准逐项验收，保留成果资料。不合格的写明理由并允许补交一次。',
          en: 'Acceptance follows the standard, and the result is kept. What fails is told with the reason and may be delivered again once.',
        },
      },
      {
        id: '5',
        heading: { zh: '抽查', en: 'Sampling' },
        body: {
          zh: '按抽样方案回访人员、核对成果；发现虚构的，暂停任务并移交风险处置。',
          en: 'Workers are called back and results compared by the sampling plan. Where work was invented the task stops and risk takes over.',
        },
      },
    ],
  },
  cases: [
    {
      name: '适用岗位须在七日内确认',
      input: { role: 'task-reviewer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: true, acknowledgeBy: '2026-12-08', late: true },
    },
    {
      name: '不适用的岗位',
      input: { role: 'finance-officer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: false, late: false },
    },
    {
      name: '到期须复审',
      input: { role: 'task-reviewer', inForceSince: '2026-12-01', day: '2027-12-01' },
      expect: { overdueForReview: true },
    },
  ],
};
