import type { Day } from '@linggong/core/domain';
import type { RegisterState } from './register-state';

/** A company as a register of credit tells it (企业信用信息). What a source does not tell is null: unknown, never «no». */
export interface CreditEntry {
  readonly name: string;
  readonly uscc: string;
  /** 登记状态, as it was written, and as it is read. */
  readonly rawState: string;
  readonly state: RegisterState;
  /** A person's name: compared by its blind index, kept only within the sealed answer. */
  readonly legalRepresentative: string | null;
  /** 注册资本, as it was written. */
  readonly capital: string | null;
  /** 经营范围. */
  readonly scope: string | null;
  readonly foundedOn: Day | null;
  readonly marks: CreditMarks;
}

/** What stands against a company. */
export interface CreditMarks {
  /** 失信被执行人: on the list of dishonest persons subject to enforcement. */
  readonly dishonest: boolean | null;
  /** 经营异常名录. */
  readonly abnormal: boolean | null;
  /** 涉诉: law suits that are told. */
  readonly lawsuits: number | null;
}

export const noMarks: CreditMarks = { dishonest: null, abnormal: null, lawsuits: null };

/** What of a check is kept in clear: nothing that names a person. */
export interface CreditFacts {
  readonly state: RegisterState | null;
  readonly nameAgrees: boolean | null;
  readonly representativeAgrees: boolean | null;
  readonly capital: string | null;
  readonly scopeSha256: string | null;
  readonly foundedOn: Day | null;
  readonly dishonest: boolean | null;
  readonly abnormal: boolean | null;
  readonly lawsuits: number | null;
}

/** Facts whose change is told, in the order of a page. */
export const watchedFacts = [
  'state',
  'nameAgrees',
  'representativeAgrees',
  'dishonest',
  'abnormal',
  'lawsuits',
  'capital',
  'scopeSha256',
] as const satisfies readonly (keyof CreditFacts)[];
export type WatchedFact = (typeof watchedFacts)[number];

export interface CreditChange {
  readonly field: WatchedFact;
  readonly before: string | number | boolean;
  readonly after: string | number | boolean;
}

/** What another look found changed. What one of the two sources does not tell has not changed: sources differ in what they know. */
export function creditChanges(before: CreditFacts, after: CreditFacts): CreditChange[] {
  return watchedFacts.flatMap((field) => {
    const was = before[field];
    const is = after[field];
    return was === null || is === null || was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** Whether a change is for a person to look at (立案): everything but more capital or another number of law suits. */
export function isGraveChange({ field, after }: CreditChange): boolean {
  if (field === 'capital' || field === 'lawsuits') return false;
  if (field === 'state') return after !== 'standing';
  if (field === 'nameAgrees' || field === 'representativeAgrees') return after === false;
  if (field === 'dishonest' || field === 'abnormal') return after === true;
  return true;
}
