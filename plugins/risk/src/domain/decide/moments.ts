import type { Text2 } from '@linggong/core/domain';

/** When risk decides: before somebody is let in or something goes out, and while money moves (事前、事中、事后，R6.3). */
export const moments = [
  'enterprise-onboarding',
  'enterprise-signing',
  'worker-registration',
  'task-publication',
  'line',
  'batch',
  'inspection',
] as const;
export type Moment = (typeof moments)[number];

export const momentTexts: Readonly<Record<Moment, Text2>> = {
  'enterprise-onboarding': { zh: '企业入驻', en: 'Onboarding of an enterprise' },
  'enterprise-signing': { zh: '企业签约', en: 'Signing with an enterprise' },
  'worker-registration': { zh: '人员注册', en: 'Registration of a worker' },
  'task-publication': { zh: '任务发布', en: 'Publication of a task' },
  line: { zh: '付款明细', en: 'Payment line' },
  batch: { zh: '结算批次', en: 'Settlement batch' },
  inspection: { zh: '事后抽查', en: 'Inspection afterwards' },
};

/** The decision table that decides at a moment, by its key in the Studio. */
export const policyKeyOf = (moment: Moment): string => `risk.${moment}`;
