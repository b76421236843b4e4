import type { Account } from '@linggong/access';
import type { ContractAnswer } from '../api';

/** The party of a contract: an enterprise of its cooperation agreement, a worker of all others. */
export function isParty(account: Account, { kind, enterpriseId, workerId }: ContractAnswer): boolean {
  if (kind === 'enterprise-cooperation') return account.enterpriseId === enterpriseId && enterpriseId !== null;
  return account.workerId === workerId && workerId !== null;
}
