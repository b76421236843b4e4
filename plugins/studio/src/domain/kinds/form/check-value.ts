import {
  checkIdentifier,
  FEN_MAX,
  isDay,
  isDoubtful,
  isListedRegion,
  provinces,
  type Day,
} from '@linggong/core/domain';
import type { Json } from '../../kind';
import { TEXT_MAX, type FieldType, type FormColumn, type FormField } from './content';
import { matches } from './pattern';
import type { ProblemCode } from './value';

type Asked = FormField | FormColumn;
type Of<Type extends FieldType> = Extract<Asked, { type: Type }>;
type Check<Type extends FieldType> = (asked: Of<Type>, value: Json, today: Day) => ProblemCode | undefined;

/** Values that are one thing; a table is looked at cell by cell. */
type PlainType = Exclude<FieldType, 'table'>;
const checks: { readonly [Type in PlainType]: Check<Type> } = {
  text: checkText,
  number: checkNumber,
  money: ({ minFen = 0, maxFen = Number(FEN_MAX) }, value) =>
    Number.isSafeInteger(value) ? between(Number(value), minFen, maxFen) : 'type',
  date: checkDate,
  choice: ({ choices }, value) => (choices.some((one) => one.value === value) ? undefined : 'not-a-choice'),
  choices: checkChoices,
  region: ({ level }, value) => (isRegion(level, value) ? undefined : 'not-a-region'),
  'identity-number': (_, value, today) => (isIdentityNumber(value, today) ? undefined : 'not-an-identity-number'),
  uscc: (_, value, today) =>
    isNumberText(value) && checkIdentifier('uscc', value, today).valid ? undefined : 'not-a-uscc',
  'bank-card': (_, value, today) => (isCard(value, today) ? undefined : 'not-a-bank-card'),
  phone: (_, value, today) =>
    isNumberText(value) && checkIdentifier('mobile', value, today).valid ? undefined : 'not-a-phone',
  file: checkFiles,
};

/** The first thing that is wrong with a value that was given; `required` is the caller's. */
export function checkValue(asked: Asked, value: Json, today: Day): ProblemCode | undefined {
  if (asked.type === 'table') return 'type';
  // The table of checks gives each type the check of its own shape; TypeScript does not follow that through the index.
  const check = checks[asked.type] as Check<PlainType>;
  return check(asked, value, today);
}

/** Longer is no number of any kind; what people type between its digits included. */
const NUMBER_TEXT_MAX = 60;

function isNumberText(value: Json): value is string {
  return typeof value === 'string' && value.length <= NUMBER_TEXT_MAX;
}

/** What PostgreSQL keeps as jsonb: no NUL, no half of a surrogate pair; and something that can be seen. */
export function isPlainText(text: string): boolean {
  return text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text);
}

function checkText(asked: Of<'text'>, value: Json): ProblemCode | undefined {
  if (typeof value !== 'string') return 'type';
  if (!isPlainText(value)) return 'characters';
  const length = [...value].length;
  if (length < (asked.minLength ?? 0)) return 'too-short';
  if (length > (asked.maxLength ?? TEXT_MAX)) return 'too-long';
  return asked.pattern === undefined || matches(asked.pattern, value) ? undefined : 'pattern';
}

function checkNumber({ min = -1e9, max = 1e9, decimals = 0 }: Of<'number'>, value: Json): ProblemCode | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'type';
  return hasDecimals(value, decimals) ? between(value, min, max) : 'decimals';
}

/** True where the shortest text of the number has no more digits after its point. */
export function hasDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value;
}

function between(value: number, min: number, max: number): ProblemCode | undefined {
  if (value < min) return 'too-small';
  return value > max ? 'too-large' : undefined;
}

function checkDate({ from, to }: Of<'date'>, value: Json): ProblemCode | undefined {
  if (typeof value !== 'string' || !isDay(value)) return 'not-a-day';
  if (from !== undefined && value < from) return 'too-early';
  return to !== undefined && value > to ? 'too-late' : undefined;
}

function checkChoices({ choices, minItems, maxItems }: Of<'choices'>, value: Json): ProblemCode | undefined {
  if (!Array.isArray(value)) return 'type';
  if (value.some((one) => !choices.some((known) => known.value === one))) return 'not-a-choice';
  return checkList(value, minItems ?? 0, maxItems ?? choices.length);
}

function checkList(value: readonly Json[], min: number, max: number): ProblemCode | undefined {
  if (new Set(value).size < value.length) return 'repeated';
  if (value.length < min) return 'too-few';
  return value.length > max ? 'too-many' : undefined;
}

const fileId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The files themselves were looked at when they came in; here they are names of files. */
function checkFiles({ maxFiles = 1 }: Of<'file'>, value: Json): ProblemCode | undefined {
  if (!Array.isArray(value)) return 'type';
  if (value.some((one) => typeof one !== 'string' || !fileId.test(one))) return 'not-a-file';
  return checkList(value, 0, maxFiles);
}

function isCard(value: Json, today: Day): boolean {
  if (!isNumberText(value)) return false;
  const verdict = checkIdentifier('bank-card', value, today);
  return verdict.valid || isDoubtful(verdict);
}

function isIdentityNumber(value: Json, today: Day): boolean {
  if (!isNumberText(value)) return false;
  return (['resident-id', 'hmt-residence-permit', 'foreign-pr-card'] as const).some(
    (kind) => checkIdentifier(kind, value, today).valid,
  );
}

/** Codes of GB/T 2260 as regions are chosen: a county, or a city that has none (东莞, 中山, 三沙, 儋州, 嘉峪关). */
export function isRegion(level: 'province' | 'city' | 'county', value: Json): boolean {
  if (typeof value !== 'string' || !/^\d{6}$/.test(value)) return false;
  if (level === 'province') return value.endsWith('0000') && Object.hasOwn(provinces, value.slice(0, 2));
  const code = Number(value);
  if (!isListedRegion(code)) return false;
  return level === 'city' ? code % 100 === 0 : code % 100 > 0 || !hasCounties(code);
}

function hasCounties(city: number): boolean {
  for (let county = 1; county < 100; county += 1) if (isListedRegion(city + county)) return true;
  return false;
}
