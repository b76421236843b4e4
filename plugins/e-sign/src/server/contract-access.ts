import { covers, type Account, type RowScope } from '@linggong/access';
import { reachOf } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { ContractAnswer } from '../api';
import { contractById } from './contract-rows';
import { reasonMissing } from './documents/paper-problems';
import { isParty } from './party';
import { noSuchContract } from './problems';

/** A contract within the caller's rows; others are answered as not there. @throws Problem `not-found` */
export async function contractWithin(db: Queryable, scope: RowScope, id: number): Promise<ContractAnswer> {
  const contract = await contractById(db, id);
  if (!covers(scope, contract)) throw noSuchContract();
  return contract;
}

/**
 * Files of a contract hold a name and an identity number in clear: its party has them, staff say why they need them, and an
 * enterprise has those of the agreement only that it signs itself.
 * @throws Problem `not-found`, 400 `reason-required`
 */
export function demandReader(account: Account, contract: ContractAnswer, reason: string | undefined): void {
  if (isParty(account, contract)) return;
  // Whom the matrix gives contracts of others in clear.
  if (reachOf(account.role, 'contract', 'download') !== 'all') throw noSuchContract();
  if (reason === undefined) throw reasonMissing();
}
