import { allDigits, numberAt } from './digits';
import {
  birthDay,
  birthFault,
  birthNumber,
  checkCharacterFits,
  dayNumber,
  formFault,
  fullYears,
  hasEighteenForm,
  sexOf,
} from './eighteen-digits';
import { refused, type ResidentFacts, type Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import { isProvince } from './provinces';
import type { ReasonCode } from './reasons';
import { isListedRegion } from './regions';

const FIRST_GENERATION_LENGTH = 15;

/** What GB 11643 numbers of residents and of the residence permits of Hong Kong, Macao and Taiwan residents share. */
export function checkCitizenNumber(
  text: string,
  today: string,
  areaFault: (text: string) => ReasonCode | undefined,
): Verdict<ResidentFacts> {
  if (!hasEighteenForm(text)) return refused(text, formFault(text));
  const area = areaFault(text);
  if (area !== undefined) return refused(text, area);
  const birth = birthNumber(text);
  const todayNumber = dayNumber(today);
  const fault = birthFault(birth, todayNumber);
  if (fault !== undefined) return refused(text, fault);
  if (!checkCharacterFits(text)) return refused(text, 'check-digit');
  return {
    valid: true,
    normalised: text,
    birthDate: birthDay(text),
    sex: sexOf(text),
    province: text.slice(0, 2),
    region: text.slice(0, 6),
    isRegionListed: isListedRegion(numberAt(text, 0, 6)),
    age: fullYears(birth, todayNumber),
  };
}

function provinceFault(text: string): ReasonCode | undefined {
  return isProvince(numberAt(text, 0, 2)) ? undefined : 'province';
}

/**
 * 公民身份号码 by GB 11643-1999. The six-digit region is not looked up in today's list: numbers given under
 * an abolished code stay valid, only the province must exist.
 * @param today Shanghai day `YYYY-MM-DD`; nobody is born after it, and the age is counted at it.
 */
export function checkResidentId(value: string, today: string): Verdict<ResidentFacts> {
  const text = normaliseIdentifier(value);
  if (text.length === FIRST_GENERATION_LENGTH && allDigits(text)) return refused(text, 'first-generation-form');
  return checkCitizenNumber(text, today, provinceFault);
}
