import type { Json } from '../../kind';

/** What a person filled in, by field. An absent value is an absent property. */
export type FormValues = Readonly<Record<string, Json>>;

/** What is wrong with one value: where (`crew.2.name`), and a stable code that `problemText` puts into words. */
export interface ValueProblem {
  readonly field: string;
  readonly code: ProblemCode;
}

export const problemCodes = [
  'required',
  'unknown',
  'hidden',
  'type',
  'characters',
  'too-short',
  'too-long',
  'pattern',
  'too-small',
  'too-large',
  'decimals',
  'not-a-day',
  'too-early',
  'too-late',
  'not-a-choice',
  'repeated',
  'too-few',
  'too-many',
  'not-a-region',
  'not-an-identity-number',
  'not-a-uscc',
  'not-a-bank-card',
  'not-a-phone',
  'not-a-file',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
