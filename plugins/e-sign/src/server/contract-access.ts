import { covers, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import type { ContractAnswer } from '../api';
import { contractById } from './contract-rows';
import { noSuchContract } from './problems';

/** A contract within the caller's rows; others are answered as not there. @throws Problem `not-found` */
export async function contractWithin(db: Queryable, scope: RowScope, id: number): Promise<ContractAnswer> {
  const contract = await contractById(db, id);
  if (!covers(scope, contract)) throw noSuchContract();
  return contract;
}
