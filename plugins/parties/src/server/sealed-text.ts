import type { Reading } from '@linggong/audit';
import type { FieldKind, Vault } from '@linggong/vault';

/**
 * A sensitive value as content types hold it: ciphertext in base64, blind index in hex (Strapi knows no bytea), and the
 * masked text for screens.
 */
export interface SealedText {
  readonly sealed: string;
  readonly blind: string;
  readonly masked: string;
}

/** Seals a normalised value for a subject; the ciphertext opens for this kind of field and this subject only. */
export function sealText(vault: Vault, kind: FieldKind, subject: string, clear: string): SealedText {
  return {
    sealed: vault.seal(kind, subject, clear).toString('base64'),
    blind: blindText(vault, kind, clear),
    masked: vault.mask(kind, clear),
  };
}

/** @param reading names what is opened; whoever opens tells the log first */
export function openText(
  { vault, reading }: { readonly vault: Vault; readonly reading: Reading },
  kind: FieldKind,
  subject: string,
  sealed: string,
): string {
  return vault.open(kind, subject, Buffer.from(sealed, 'base64'), reading);
}

/** Blind index of a normalised value in hex, as stored and searched. */
export function blindText(vault: Vault, kind: FieldKind, clear: string): string {
  return vault.blind(kind, clear).toString('hex');
}

/** Subject of the sealed values of an enterprise. */
export function enterpriseSubject(uscc: string): string {
  return `enterprise:${uscc}`;
}
