import type { ResidentFacts, Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import type { ReasonCode } from './reasons';
import { checkCitizenNumber } from './resident-id';

const AREAS: ReadonlySet<string> = new Set(['810000', '820000', '830000']);

function areaFault(text: string): ReasonCode | undefined {
  return AREAS.has(text.slice(0, 6)) ? undefined : 'prefix';
}

/** 港澳台居民居住证 (State Council measures in force since 2018-09-01): a citizen number of 810000, 820000 or 830000. */
export function checkHmtResidencePermit(value: string, today: string): Verdict<ResidentFacts> {
  return checkCitizenNumber(normaliseIdentifier(value), today, areaFault);
}
