import type { Seed } from '@linggong/studio';
import type { CaseSource, Severity } from '../cases';

/** Key of the clocks that cases are closed by (办结时限). */
export const CLOCKS_KEY = 'risk.cases';

/** Matter of a case, as the clocks name it: complaints have clocks of their own, whatever their severity. */
export function matterOf(source: CaseSource, severity: Severity): string {
  return source === 'complaint' ? 'service.complaint' : `risk.case.${severity}`;
}

const clock = (matter: string, zh: string, en: string, hours: number, basis: { zh: string; en: string }) => ({
  id: matter.replaceAll('.', '-'),
  name: { zh, en },
  matter,
  severity: null,
  amount: hours,
  unit: 'working-hours',
  warnAt: '0.75',
  basis,
});
const house = { zh: '平台风险处置规程', en: 'Procedure of the platform for risks' };

/** Working hours within which a case is closed, from the first day on; operators change them without code. */
export const caseClocks: Seed = {
  kind: 'sla',
  key: CLOCKS_KEY,
  name: { zh: '风险案件与投诉办结时限', en: 'Clocks of risk cases and complaints' },
  usedBy: { zh: '风险案件与投诉的办结时限', en: 'Clocks of risk cases and complaints' },
  description: {
    zh: '立案后须在时限内办结，按工作日历计算工作小时；已立案件在升降级、重新打开时按当时生效的时限重算。',
    en: 'A case is closed within so many working hours of the calendar; it is counted anew where it is graded or opened again.',
  },
  content: {
    opens: '09:00',
    closes: '18:00',
    clocks: [
      clock('risk.case.critical', '紧急案件', 'Critical case', 4, house),
      clock('risk.case.high', '高风险案件', 'Case of high severity', 8, house),
      clock('risk.case.medium', '中风险案件', 'Case of medium severity', 24, house),
      clock('risk.case.low', '低风险案件', 'Case of low severity', 40, house),
      clock('service.complaint', '投诉', 'Complaint', 24, {
        zh: '电子商务法第五十九条：建立便捷、有效的投诉、举报机制，公开受理方式并及时处理',
        en: 'E-commerce law art. 59: complaints are taken in and dealt with in time',
      }),
    ],
  },
  cases: [
    {
      name: '紧急案件当日办结',
      input: {
        matter: 'risk.case.critical',
        severity: 'P1',
        start: '2026-11-23T01:00:00Z',
        holidays: [],
        workdays: [],
      },
      expect: { due: '2026-11-23T05:00:00.000Z' },
    },
    {
      name: '跨国庆假期',
      input: {
        matter: 'risk.case.high',
        severity: 'P1',
        start: '2026-09-30T05:00:00Z',
        holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
        workdays: [],
      },
      expect: { due: '2026-10-08T04:00:00.000Z' },
    },
    {
      name: '投诉不分级别',
      input: { matter: 'service.complaint', severity: 'P3', start: '2026-11-23T01:00:00Z', holidays: [], workdays: [] },
      expect: { due: '2026-11-25T07:00:00.000Z' },
    },
  ],
};
