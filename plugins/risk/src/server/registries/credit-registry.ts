import type { OutcomeKind } from '@linggong/real-name';
import type { CreditEntry } from '../../domain/ratings';

/**
 * The port to registers of credit (企业信用信息渠道, R2.3): 企查查, 天眼查, 腾讯云, the sandbox. It stands on the same vendors,
 * credentials, daily caps and rates as the checks of real-name, and asks for the whole entry instead of a yes or no.
 */
export interface CreditRegistry {
  /** Kept with every check; the vendor's name in real-name, whose cap and rate it shares. */
  readonly name: string;
  /** Calls that one look takes at most: each may be charged. */
  readonly calls: number;
  /** What one charged call costs, in fen. */
  readonly priceFen: bigint;
  readonly perSecond?: number;
  lookUp(asked: AskedCompany, call: CreditCall): Promise<CreditAnswer>;
}

export interface AskedCompany {
  readonly uscc: string;
  readonly name: string;
}

export interface CreditCall {
  /** Ours, the same for every try of one look. */
  readonly reference: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the look took too long: the adapter lets go at once. */
  readonly signal: AbortSignal;
}

/** A register's answer in our words. `found` carries the entry and what was answered, byte for byte, to be kept sealed. */
export type CreditAnswer = CreditFound | CreditNotFound;

interface CreditCost {
  readonly providerCode: string;
  readonly requestId: string;
  readonly costFen: bigint;
}

export interface CreditFound extends CreditCost {
  readonly kind: 'found';
  readonly entry: CreditEntry;
  /** Holds a person's name: goes to the vault and nowhere else. */
  readonly raw: unknown;
}

export interface CreditNotFound extends CreditCost {
  readonly kind: Exclude<OutcomeKind, 'match' | 'mismatch'>;
}

/** Whether another source may know better. */
export function isOpenAnswer({ kind }: CreditAnswer): boolean {
  return kind !== 'found' && kind !== 'final-error';
}
