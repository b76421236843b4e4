import type { Seed } from '@linggong/studio';

/** Procedure for workers (灵活用工人员管理制度, R1.7). */
export const workerProcedure: Seed = {
  kind: 'procedure',
  key: 'workers.management',
  name: { zh: '灵活用工人员管理制度', en: 'Procedure for workers' },
  description: {
    zh: '人员注册、实名、授权、暂停与注销的管理要求（R1.7）。',
    en: 'What holds for registration, identity, authorization, suspension and departure of workers (R1.7).',
  },
  content: {
    area: 'workers',
    purpose: {
      zh: '确保人员本人自愿注册、身份真实，个人信息受到保护。',
      en: 'Workers register themselves and of their own will, their identity is real, and their data are protected.',
    },
    basis: {
      zh: '个人信息保护法；共享经济灵活用工平台管理规范',
      en: 'Personal Information Protection Law; Hunan standard on managing flexible-employment platforms',
    },
    binds: ['operator', 'risk-officer', 'customer-service', 'archivist', 'institution-manager'],
    acknowledgeDays: 7,
    reviewBy: '2027-11-30',
    sections: [
      {
        id: '1',
        heading: { zh: '告知与同意', en: 'Notice and consent' },
        body: {
          zh: '注册前以显著方式告知收集的信息、用途和保存期限，取得单独同意。不同意非必要事项的，不得拒绝服务。',
          en: 'Before registration people are told plainly what is collected, what for and for how long, and consent separately. Whoever refuses what is not needed is served all the same.',
        },
      },
      {
        id: '2',
        heading: { zh: '实名核验', en: 'Real name' },
        body: {
          zh: '身份信息须经权威渠道核验；未满十六周岁的不予注册，十六至十八周岁的须提供监护人同意并限制高风险任务。银行卡须为本人名下。',
          en: 'Identity is verified at an authority. Nobody under sixteen is registered; from sixteen to eighteen a guardian consents and risky tasks are barred. The card is in the own name.',
        },
      },
      {
        id: '3',
        heading: { zh: '涉税授权', en: 'Tax authorization' },
        body: {
          zh: '由本人签署涉税事项授权后方可代办申报；撤回授权的次日起停止代办，并告知后果。',
          en: 'Taxes are declared for people who signed the authorization; when it is withdrawn this ends the next day, and the consequences are told.',
        },
      },
      {
        id: '4',
        heading: { zh: '信息查看', en: 'Looking at data' },
        body: {
          zh: '员工默认只见脱敏信息；因工作需要查看明文的，须填写事由并留痕，每月由审计管理员抽查。',
          en: 'Staff see masked data. Whoever needs the clear value gives a reason and leaves a trace; the audit administrator samples these every month.',
        },
      },
      {
        id: '5',
        heading: { zh: '暂停、注销与冒用', en: 'Suspension, departure and misuse' },
        body: {
          zh: '发现冒用身份的，立即停止支付并联系本人核实。本人申请注销的，结清后锁定，期满删除。',
          en: 'Where an identity is misused, payments stop at once and the person is asked. Whoever leaves is settled and locked, and erased when the term ends.',
        },
      },
    ],
  },
  cases: [
    {
      name: '适用岗位须在七日内确认',
      input: { role: 'customer-service', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: true, acknowledgeBy: '2026-12-08', late: true },
    },
    {
      name: '不适用的岗位',
      input: { role: 'finance-officer', inForceSince: '2026-12-01', day: '2026-12-09' },
      expect: { binds: false, late: false },
    },
    {
      name: '到期须复审',
      input: { role: 'customer-service', inForceSince: '2026-12-01', day: '2027-12-01' },
      expect: { overdueForReview: true },
    },
  ],
};
