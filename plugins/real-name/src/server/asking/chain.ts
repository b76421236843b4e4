import type { Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { QuestionKind, WaitReason } from '../../domain';
import type { VerificationOutcome } from '../providers/identity-provider';
import type { ProviderGuard } from './provider-guard';
import type { ProviderTry } from './provider-try';
import type { Question } from './question';

export interface Answer {
  readonly question: Question;
  readonly outcome: VerificationOutcome;
  /** Whose outcome it is: a vendor, or `platform` for what we can tell ourselves. */
  readonly provider: string;
  /** Every call of this round, in order, over all vendors of the chain. */
  readonly tries: readonly ProviderTry[];
  readonly waitsFor?: WaitReason;
}

export interface ChainTools {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Whom to ask, and how much that may cost. */
export interface Chain {
  /** In the order of asking, by kind of question. */
  readonly order: Readonly<Record<QuestionKind, readonly ProviderGuard[]>>;
  /** Vendors that are not named have no cap. */
  readonly dailyCapsFen: ReadonlyMap<string, bigint>;
}
