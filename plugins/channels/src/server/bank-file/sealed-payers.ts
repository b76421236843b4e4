import type { Vault } from '@linggong/vault';
import { comparableName, isOrganisationName, maskPersonalText } from '@linggong/core/domain';
import { receiptSubject, type DocumentLine } from '../../domain';

/** Who paid, and what he wrote, as a line keeps it. */
export interface KeptPayer {
  /** Of an organisation the name, of a person its mask, of nobody null. */
  readonly shown: string | null;
  readonly sealed: Buffer | null;
  readonly blind: Buffer | null;
  readonly remark: string;
}

/** Of a line, what tells of him. */
export type PaidLine = Pick<DocumentLine, 'account' | 'serial' | 'bookedOn' | 'payerName' | 'remark'>;

export type PayerVault = Pick<Vault, 'seal' | 'blind' | 'mask'>;

/** Payers are natural persons too: whoever does not bear the name of an organisation is sealed and masked, in his own remark as well. */
export function keptPayer(vault: PayerVault, { account, serial, bookedOn, payerName, remark }: PaidLine): KeptPayer {
  const plain = maskPersonalText(remark);
  const name = payerName?.trim() ?? '';
  // A bank that stars names as we do leaves nothing to seal; one star somewhere in a name hides nobody.
  if (name === '' || vault.mask('name', name) === name || isOrganisationName(name)) {
    return { shown: payerName, sealed: null, blind: null, remark: plain };
  }
  const shown = vault.mask('name', name);
  return {
    shown,
    // A star of the bank's is none of ours, which the vault refuses to seal: written wide, in the same spelling to `comparableName`.
    sealed: vault.seal('name', receiptSubject(account, serial, bookedOn), name.replaceAll('*', '\uFF0A')),
    blind: vault.blind('name', comparableName(name)),
    remark: plain.replaceAll(name, shown),
  };
}
