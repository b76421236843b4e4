import { allDigits, digitAt, numberAt } from './digits';
import type { ReasonCode } from './reasons';

/** Weights and check characters of GB 11643-1999 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const LENGTH = 18;
/** Nobody alive was born before; a number that says so is mistyped or made up. */
const FIRST_BIRTH_YEAR = 1900;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True if the text has 18 characters: 17 digits, then a digit or X. */
export function hasEighteenForm(text: string): boolean {
  const last = text.charCodeAt(LENGTH - 1);
  return text.length === LENGTH && allDigits(text, LENGTH - 1) && ((last >= 48 && last <= 57) || last === 88);
}

/** Why a text is not 17 digits and a check character. */
export function formFault(text: string): ReasonCode {
  if (text.length === 0) return 'empty';
  return text.length === LENGTH ? 'characters' : 'length';
}

export function checkCharacterFits(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i += 1) sum += (WEIGHTS[i] ?? 0) * digitAt(text, i);
  return text.charCodeAt(LENGTH - 1) === CHECK_CHARACTERS.charCodeAt(sum % 11);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_BIRTH_YEAR || month < 1 || month > 12 || day < 1) return false;
  const days = month === 2 && isLeap(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
  return day <= days;
}

/** Date of birth at characters 7-14 as yyyymmdd in one number. */
export function birthNumber(text: string): number {
  return numberAt(text, 6, 8);
}

/** `YYYY-MM-DD` as yyyymmdd in one number. */
export function dayNumber(day: string): number {
  return numberAt(day, 0, 4) * 10_000 + numberAt(day, 5, 2) * 100 + numberAt(day, 8, 2);
}

/** Whether characters 7-14 are a real date of this or the last century, and not after `today`. */
export function birthFault(birth: number, today: number): ReasonCode | undefined {
  if (!isDate(Math.trunc(birth / 10_000), Math.trunc(birth / 100) % 100, birth % 100)) return 'birth-date';
  return birth > today ? 'birth-in-future' : undefined;
}

/** Characters 7-14 as `YYYY-MM-DD`. */
export function birthDay(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

/**
 * Full years (周岁) at `today`, both as yyyymmdd. A person born on 29 February is a year older on 1 March
 * of a common year, as General Provisions of Civil Law count (年龄满周岁的次日规则 is left to the caller).
 */
export function fullYears(birth: number, today: number): number {
  return Math.trunc((today - birth) / 10_000);
}

/** Odd serial (characters 15-17) is male, even female. */
export function sexOf(text: string): 'male' | 'female' {
  return digitAt(text, 16) % 2 === 1 ? 'male' : 'female';
}
