import type { Day } from '@linggong/core/domain';
import type { ContractState } from './contract-lifecycle';

export const documentStatuses = ['unsigned', 'not-yet', 'in-force', 'revoked', 'expired'] as const;

/** What a stranger who holds the paper is told about the contract (合同状态). */
export type DocumentStatus = (typeof documentStatuses)[number];

interface Contract {
  readonly state: ContractState;
  readonly wasSigned: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** Is the contract in force on that day (Asia/Shanghai)? The clock may not have noted yet that its last day is over. */
export function documentStatus({ state, wasSigned, validFrom, validTo }: Contract, today: Day): DocumentStatus {
  // What nobody signed was never in force: ended or run out, it is told as what it is.
  if (!wasSigned) return 'unsigned';
  if (state === 'revoked') return 'revoked';
  if (state === 'expired' || (validTo !== null && validTo < today)) return 'expired';
  return validFrom > today ? 'not-yet' : 'in-force';
}
