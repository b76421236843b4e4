import { type Problem } from '@linggong/core/domain';
import type { FaultBody, ProblemBody } from '../../api/problem';
import type { Locale } from './account';
import { fieldName } from './field-name';
import { InputProblem, type FieldFault } from './input-problem';

/** The wire form of a refusal (RFC 9457) in the caller's language. */
export function problemBody(refusal: Problem, locale: Locale, traceId: string): ProblemBody {
  const title = refusal.text[locale];
  const fix = refusal.fix?.[locale];
  const faults = refusal instanceof InputProblem ? refusal.faults : undefined;
  return {
    ...refusal.extra,
    type: `urn:linggong:problem:${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail: fix === undefined ? title : `${title}${locale === 'zh' ? '。' : '. '}${fix}`,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(fix === undefined ? {} : { fix }),
    ...(faults ? { errors: faults.map((fault) => faultBody(fault, locale)) } : {}),
    traceId,
  };
}

function faultBody({ field, code, text }: FieldFault, locale: Locale): FaultBody {
  return { field, label: fieldName(field)[locale], code, text: text[locale] };
}

/** JSON of an answer: bigint as a JSON integer. @throws RangeError beyond 2^53, where JSON readers would round. */
export function answerJson(body: unknown): string {
  return (
    JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? exactNumber(value) : value)) ?? 'null'
  );
}

function exactNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('an integer of the answer is beyond 2^53');
  return number;
}
