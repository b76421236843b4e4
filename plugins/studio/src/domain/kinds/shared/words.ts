import type { Text2 } from '@linggong/core/domain';

/** Classes of the risk rating of an enterprise (R6.2), best first. */
export const classNames = {
  A: { zh: 'A 类', en: 'class A' },
  B: { zh: 'B 类', en: 'class B' },
  C: { zh: 'C 类', en: 'class C' },
  D: { zh: 'D 类', en: 'class D' },
  E: { zh: 'E 类', en: 'class E' },
} as const;

export const everyClass: Text2 = { zh: '所有等级', en: 'every class' };
export const everyKindOfWork: Text2 = { zh: '所有业务场景', en: 'every kind of work' };
export const noLimit: Text2 = { zh: '不限', en: 'no limit' };

/** Areas that R1.7 asks a written policy for, and those that the platform added. */
export const areaNames = {
  enterprises: { zh: '企业管理', en: 'enterprises' },
  workers: { zh: '灵活用工人员管理', en: 'workers' },
  trades: { zh: '交易管理', en: 'trades' },
  tasks: { zh: '任务管理', en: 'tasks' },
  risk: { zh: '风险管理', en: 'risk' },
  tax: { zh: '税务管理', en: 'tax' },
  security: { zh: '信息安全管理', en: 'information security' },
  service: { zh: '客户服务', en: 'customer service' },
} as const;

/** How urgent something is: P1 safety or money at risk, P2 a right of somebody, P3 the rest. */
export const severityNames = {
  P1: { zh: 'P1 紧急', en: 'P1 urgent' },
  P2: { zh: 'P2 重要', en: 'P2 important' },
  P3: { zh: 'P3 一般', en: 'P3 ordinary' },
} as const;
