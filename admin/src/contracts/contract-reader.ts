import { useMay, useMe } from '../session/use-me';
import type { ContractRecord } from './contract';

/** Who looks at a contract: its party has its files, staff say why they want them, nobody else is offered any. */
export function useContractReader(record: ContractRecord): { isParty: boolean; mayHaveIt: boolean } {
  const may = useMay();
  const account = useMe()?.account;
  const isParty = isPartyOf(record, account);
  return { isParty, mayHaveIt: may('contracts', 'download') && (isParty || account?.role === 'operator') };
}

/** An enterprise is the party of its cooperation agreement, a worker of all others. */
function isPartyOf({ kind }: ContractRecord, account: { role: string } | undefined): boolean {
  return account?.role === (kind === 'enterprise-cooperation' ? 'enterprise' : 'worker');
}
