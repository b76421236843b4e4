import { digitAt, numberAt } from './digits';
import {
  birthDay,
  birthFault,
  birthNumber,
  checkCharacterFits,
  dayNumber,
  formFault,
  fullYears,
  hasEighteenForm,
} from './eighteen-digits';
import { refused, type ForeignPermanentResidentFacts, type Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import { isProvince } from './provinces';
import type { ReasonCode } from './reasons';

const FORM_2017 = /^[A-Z]{3}\d{12}$/;
const FOREIGNER_MARK = 9;
const NO_COUNTRY = 0;

function areaFault(text: string): ReasonCode | undefined {
  if (digitAt(text, 0) !== FOREIGNER_MARK) return 'prefix';
  if (!isProvince(numberAt(text, 1, 2))) return 'province';
  return numberAt(text, 3, 3) === NO_COUNTRY ? 'country' : undefined;
}

/**
 * 外国人永久居留身份证 in the form of 2023: 9, province of application (2), country (3, ISO 3166-1 numeric),
 * yyyymmdd, serial (3), check character of GB 11643. The country is not looked up: codes come and go, only 000 is none.
 * The card of 2017 is a type of its own and is refused here with a reason that says so.
 */
export function checkForeignPrCard(value: string, today: string): Verdict<ForeignPermanentResidentFacts> {
  const text = normaliseIdentifier(value);
  if (!hasEighteenForm(text)) return refused(text, FORM_2017.test(text) ? 'form-2017' : formFault(text));
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
    province: text.slice(1, 3),
    country: text.slice(3, 6),
    age: fullYears(birth, todayNumber),
  };
}
