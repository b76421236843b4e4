import { holderOf, type Holder } from '@linggong/access';
import type { Vault } from '@linggong/vault';

/**
 * Who stands behind an account of the demo: a person of nobody's numbers – there is no district 990101 – who differs from every
 * other, so that two roles of the demo are two people.
 */
export function syntheticHolder(vault: Vault, serial: number): Holder {
  const last = (serial % 10_000).toString().padStart(4, '0');
  return holderOf(vault, { identityNumber: `99010119900101${last}`, phone: `1990000${last}` });
}
