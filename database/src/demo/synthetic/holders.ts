import { holderOf, type Holder } from '@linggong/access';
import type { Vault } from '@linggong/vault';

/**
 * Who stands behind an account of the demo: a person of nobody's numbers – there is no district 990101 – who differs from every
 * other, so that two roles of the demo are two people.
 */
export function syntheticHolder(vault: Vault, serial: number): Holder {
  return holderOf(vault, { identityNumber: `99010119900101${last(serial)}`, phone: syntheticPhone(serial) });
}

/** The telephone of that person; it is asked for where a password is forgotten. */
export function syntheticPhone(serial: number): string {
  return `1990000${last(serial)}`;
}

function last(serial: number): string {
  return (serial % 10_000).toString().padStart(4, '0');
}
