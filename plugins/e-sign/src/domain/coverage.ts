import type { Day } from '@linggong/core/domain';
import type { ContractState } from './contract-lifecycle';

/** All kinds of work (全部工作类别). */
export const everyScenario = '*';

/** What coverage looks at in a worker service agreement. */
export interface CoveringContract {
  readonly state: ContractState;
  readonly workerId: number;
  /** null: a framework agreement for every enterprise of the platform. */
  readonly enterpriseId: number | null;
  readonly scenarios: readonly string[];
  readonly validFrom: Day;
  /** null: without end. */
  readonly validTo: Day | null;
  /** Shanghai day of the revocation; the contract covers the days before it. */
  readonly revokedOn: Day | null;
  readonly wasSigned: boolean;
}

export interface Payment {
  readonly workerId: number;
  readonly enterpriseId: number;
  readonly scenario: string;
  readonly day: Day;
}

/**
 * Does a signed contract cover this payment's day, enterprise and kind of work (合同覆盖)? The SQL function
 * `e_sign.coverage` says the same for a hundred thousand payments at once; a property test compares the two.
 */
export function covers(contract: CoveringContract, payment: Payment): boolean {
  const { workerId, enterpriseId, scenarios, validFrom, validTo, revokedOn, wasSigned } = contract;
  if (!wasSigned || workerId !== payment.workerId) return false;
  if (enterpriseId !== null && enterpriseId !== payment.enterpriseId) return false;
  if (!scenarios.includes(everyScenario) && !scenarios.includes(payment.scenario)) return false;
  if (payment.day < validFrom || (validTo !== null && payment.day > validTo)) return false;
  return revokedOn === null || payment.day < revokedOn;
}
