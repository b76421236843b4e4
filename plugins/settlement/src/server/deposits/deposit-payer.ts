import { receiptSubject } from '@linggong/channels';
import { comparableName, isOrganisationName, type Day } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import type { DepositRequest } from '../../api';
import { isOwnPayer } from '../../domain';

/** A person who paid as a statement keeps him: sealed for the receipt, so that a deposit takes him over unopened. */
export interface SealedPayer {
  readonly masked: string;
  readonly sealed: Buffer;
  readonly blind: Buffer;
}

/** A receipt as it is asked for, or as a statement tells it. */
export type Receipt = Omit<DepositRequest, 'payerName'> & { readonly payerName: string | SealedPayer };

/** Who paid, as a deposit keeps him (付款人). */
export interface DepositPayer {
  /** Is it the enterprise itself? */
  readonly isOwn: boolean;
  /** The name of the enterprise or of an organisation; the mask of anybody else, who is a person (domain.md 8.2). */
  readonly shown: string;
  /** Base64; null where the name is public. */
  readonly sealed: string | null;
  /** Hex of the hash that names are compared by. */
  readonly blind: string;
}

type PayerVault = Pick<Vault, 'seal' | 'blind' | 'mask'>;

/** @param receipt the account, serial and day that the name is sealed for */
export function depositPayer(
  vault: PayerVault,
  payer: string | SealedPayer,
  enterpriseName: string,
  receipt: { readonly account: string; readonly bankSerial: string; readonly day: Day },
): DepositPayer {
  if (typeof payer !== 'string') {
    const blind = payer.blind.toString('hex');
    if (blind === payerBlind(vault, enterpriseName)) return { isOwn: true, shown: enterpriseName, sealed: null, blind };
    return { isOwn: false, shown: payer.masked, sealed: payer.sealed.toString('base64'), blind };
  }
  const isOwn = isOwnPayer(payer, enterpriseName);
  const blind = payerBlind(vault, payer);
  // A name that the bank starred itself tells of nobody.
  if (isOwn || isOrganisationName(payer) || vault.mask('name', payer) === payer)
    return { isOwn, shown: payer, sealed: null, blind };
  const subject = receiptSubject(receipt.account, receipt.bankSerial, receipt.day);
  return {
    isOwn,
    shown: vault.mask('name', payer),
    // A star of the bank's within a name is none of ours, which the vault refuses: written wide, the same to `comparableName`.
    sealed: vault.seal('name', subject, payer.replaceAll('*', '\uFF0A')).toString('base64'),
    blind,
  };
}

/** Hex of the hash of a name in the one spelling that names of payers are compared in. */
export function payerBlind(vault: Pick<Vault, 'blind'>, name: string): string {
  return vault.blind('name', comparableName(name)).toString('hex');
}
