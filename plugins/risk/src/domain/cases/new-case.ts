import type { Text2 } from '@linggong/core/domain';
import { graver, type CaseSource, type CaseSubject, type Severity } from './case-lifecycle';

/** A fact of a case: an id, an amount in fen, a code. Never personal data. */
export type CaseFact = string | number | boolean | null;

/** What opens a case (立案): the same key is the same matter, and one case as long as that is not closed. */
export interface NewCase {
  readonly source: CaseSource;
  /** Rule, check or kind of finding, such as `line.month-total-high`: hits and false alarms are counted by it. */
  readonly rule: string;
  readonly subject: { readonly kind: CaseSubject; readonly id: string | number };
  readonly enterpriseId?: number | undefined;
  readonly workerId?: number | undefined;
  readonly severity: Severity;
  readonly title: Text2;
  readonly facts?: Readonly<Record<string, CaseFact>>;
  /** Absent: the rule and the subject. */
  readonly dedupeKey?: string;
  /** How often it was seen; once where it is not said. */
  readonly times?: number;
}

/** A case with everything said. */
export interface FoldedCase extends NewCase {
  readonly dedupeKey: string;
  readonly times: number;
}

export function dedupeKeyOf({ rule, subject, dedupeKey }: NewCase): string {
  return dedupeKey ?? `${rule}:${subject.kind}:${subject.id}`;
}

/**
 * The same matters of one telling made one each, in the order in which they came first: seen as often as all of them, as grave as the
 * gravest, with the facts of the last.
 */
export function foldCases(cases: readonly NewCase[]): FoldedCase[] {
  const folded = new Map<string, FoldedCase>();
  for (const one of cases) {
    const dedupeKey = dedupeKeyOf(one);
    const before = folded.get(dedupeKey);
    const times = (before?.times ?? 0) + (one.times ?? 1);
    const severity = before ? graver(before.severity, one.severity) : one.severity;
    folded.set(dedupeKey, { ...(before ?? one), ...(one.facts && { facts: one.facts }), dedupeKey, severity, times });
  }
  return [...folded.values()];
}
