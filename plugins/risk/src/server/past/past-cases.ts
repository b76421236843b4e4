import { pastClocks, withinDays } from '@linggong/studio';
import type { CaseSource, Severity } from '../../domain';
import { matterOf } from '../../domain/seeds';

interface PastCase {
  readonly cursor: number;
  readonly number: string;
  readonly source: CaseSource;
  readonly severity: Severity;
  readonly openedAt: Date;
}

const CASES = `SELECT c.id AS cursor, c.number, c.source, c.severity, c.opened_at AS "openedAt" FROM risk.cases c
 WHERE ${withinDays('c.opened_at')}`;

/** Cases of a period, asked again by when they were to be closed (历史案件). */
export const pastCases = pastClocks<PastCase>({
  name: { zh: '历史案件', en: 'Cases of the past' },
  rows: CASES,
  matter: ({ cursor, number, source, severity, openedAt }) => ({
    subject: { label: number, link: `/risk-cases/${cursor.toString()}/show` },
    matter: matterOf(source, severity),
    severity,
    start: openedAt,
  }),
});
