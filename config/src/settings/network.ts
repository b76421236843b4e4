import { isIP } from 'node:net';

/** Addresses that begin with the same bits. */
export interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** @param text an address or a network (`10.1.2.3`, `10.1.2.0/24`, `fc00::/7`). @returns undefined for anything else, and for `/0` */
export function networkOf(text: string): Network | undefined {
  const [address = '', bits, rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest !== undefined) return undefined;
  const most = version === 4 ? 32 : 128;
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
  if (!(length >= 1 && length <= most)) return undefined;
  return { address, bits: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}
