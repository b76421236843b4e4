import { caseDifferences } from './case-verdict';
import type { Evaluation, Fault, Json, TestCase } from './kind';

/** How one test case went: what of the outcome is not as expected, or why there is no outcome. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** Places of the expectation that the outcome does not meet; `input` where the case asks what cannot be asked. */
  readonly differences: readonly string[];
  readonly outcome: Json;
  readonly trace: Evaluation['trace'];
}

/** What the check of a version found (检查); kept with the version together with the hash that it was made for. */
export interface CheckReport {
  readonly faults: readonly Fault[];
  readonly results: readonly CaseResult[];
  readonly passed: boolean;
}

/** An evaluation of a case, or undefined where its input does not fit the content. */
export type Tried = Evaluation<Json> | undefined;

/** Longest trace that is kept of a case. */
const traceMax = 50;

export function resultOf({ name, expect }: TestCase, tried: Tried): CaseResult {
  if (tried === undefined) return { name, passed: false, differences: ['input'], outcome: null, trace: [] };
  const differences = caseDifferences(expect, tried.outcome);
  const { outcome, trace } = tried;
  return { name, passed: differences.length === 0, differences, outcome, trace: trace.slice(0, traceMax) };
}

/** A version passes where nothing is wrong with it and every one of at least one case came out as expected. */
export function reportOf(faults: readonly Fault[], results: readonly CaseResult[]): CheckReport {
  const passed = faults.length === 0 && results.length > 0 && results.every((result) => result.passed);
  return { faults, results, passed };
}
