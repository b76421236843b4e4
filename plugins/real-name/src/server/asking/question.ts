import type { CheckKind, SubjectKind } from '../../domain';
import type { ProviderRequest, VerificationOutcome } from '../providers/identity-provider';
import type { ProviderTry } from './provider-try';

/** A check that waits for its answer. */
export interface PendingCheck {
  readonly id: bigint;
  readonly subjectKind: SubjectKind;
  readonly subjectId: number;
  /** Tries that ended without an answer. */
  readonly attempts: number;
  readonly reference: string;
  /** Calls of those tries. */
  readonly tries: readonly ProviderTry[];
}

/** One question to a register, with the personal data it needs; lives in memory until it is answered. */
export interface Question {
  readonly pending: PendingCheck;
  readonly kind: CheckKind;
  readonly workerId: number | null;
  readonly cardId: number | null;
  readonly enterpriseId: number | null;
  /** Blind indexes of what was asked about: proof of the question that shows nothing. */
  readonly asked: Readonly<Record<string, string>>;
  readonly request: ProviderRequest;
  /** What we can tell ourselves: no vendor is asked, and none is paid. */
  readonly platformAnswer?: VerificationOutcome;
}
