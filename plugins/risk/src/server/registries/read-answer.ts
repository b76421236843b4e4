import { isDay, type Day } from '@linggong/core/domain';
import { answerOf, type AnswerTable } from '@linggong/real-name/domain';
import type { CreditAnswer, CreditCall, CreditNotFound } from './credit-registry';

const PLAIN = /^[\x21-\x7e]{1,128}$/;
const CODE = /^[\x21-\x7e]{1,64}$/;

/** A code and an id that are not plain text are replaced: what a vendor sends may be anything, even a name. */
export function toldBy(
  code: string,
  requestId: unknown,
  { reference, attempt }: CreditCall,
): Pick<CreditAnswer, 'providerCode' | 'requestId'> {
  return {
    providerCode: CODE.test(code) ? code : 'UNREADABLE',
    requestId: typeof requestId === 'string' && PLAIN.test(requestId) ? requestId : `none-${reference}-${attempt}`,
  };
}

/** What a code of refusal means by the table of its action. @param costFen what was charged until then */
export function refusalOf(
  table: AnswerTable,
  code: string,
  requestId: unknown,
  call: CreditCall,
  costFen = 0n,
): CreditNotFound {
  const { kind } = answerOf(table, code);
  // Tables of refusals hold neither match nor mismatch; one that does would judge nobody.
  const refused = kind === 'match' || kind === 'mismatch' ? 'provider-error' : kind;
  return { kind: refused, ...toldBy(code, requestId, call), costFen };
}

/** The interface did not answer in its own language: a gateway, a broken connection. */
export function unreadable(code: 'NO-ANSWER' | 'ANSWER-FORM', call: CreditCall, costFen = 0n): CreditNotFound {
  return { kind: 'retryable-error', ...toldBy(code, undefined, call), costFen };
}

/** A day as registers write it: `2015-03-01`, `2015-03-01 00:00:00`, `2015年03月01日`, or milliseconds since 1970 in Shanghai. */
export function dayOf(told: string | number | null | undefined): Day | null {
  if (typeof told === 'number') {
    const at = new Date(told + 28_800_000);
    return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
  }
  const found = /^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(told ?? '');
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

const TEXT_MAX = 4_000;

/** Text of an entry, bounded; null where nothing stands. */
export function textOf(told: string | null | undefined): string | null {
  const text = told?.trim().slice(0, TEXT_MAX) ?? '';
  return text === '' ? null : text;
}
