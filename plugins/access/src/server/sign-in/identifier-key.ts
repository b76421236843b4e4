import type { vaultOf } from '@linggong/vault';

/** Keyed hash of an identifier, under which attempts are counted. */
export function identifierKey(vault: Pick<ReturnType<typeof vaultOf>, 'blind'>, identifier: string): Buffer {
  return vault.blind('sign-in-identifier', identifier.trim().toLowerCase());
}
