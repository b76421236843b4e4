import type { Queryable } from '@linggong/core';
import { clocksInForce } from '@linggong/studio';
import type { CaseSource, Severity } from '../../domain';
import { caseClocks, CLOCKS_KEY, matterOf } from '../../domain/seeds';

/** By when a case is to be closed (办结时限). */
export type CaseDue = (source: CaseSource, severity: Severity, from: Date) => Date;

/** The clocks and the calendar that are in force now; one look for many cases. */
export async function caseDueInForce(db: Queryable): Promise<CaseDue> {
  const dueBy = await clocksInForce(db, CLOCKS_KEY, caseClocks.content);
  return (source, severity, from) => dueBy(matterOf(source, severity), from);
}
