import { isIPv4, isIPv6 } from 'node:net';

/**
 * What calls from a network address are counted by: an IPv4 address itself, and the /64 of an IPv6 address, since one person
 * holds as many addresses of it as he likes.
 */
export function addressKey(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${firstGroups(plain.toLowerCase()).join(':')}::/64` : 'unknown';
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...new Array<string>(Math.max(zeros, 0)).fill('0'), ...after];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}
