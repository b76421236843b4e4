import type { Account } from '@linggong/access';
import type { ContractAnswer } from '../api';

/** The party of a contract: an enterprise of its cooperation agreement, a worker of all others. */
export function isParty(account: Account, { kind, enterpriseId, workerId }: ContractAnswer): boolean {
  if (kind === 'enterprise-cooperation') return account.enterpriseId === enterpriseId && enterpriseId !== null;
  return account.workerId === workerId && workerId !== null;
}

/** Who looks at a contract: its party, somebody of the platform, or an account of somebody else whose rows it is in. */
export type Reader = 'party' | 'staff' | 'other';

export function readerOf(account: Account, contract: ContractAnswer): Reader {
  if (isParty(account, contract)) return 'party';
  return account.enterpriseId === undefined && account.workerId === undefined ? 'staff' : 'other';
}
