import { BlockList, isIP } from 'node:net';
import type { OutboundSettings } from '@linggong/config';

/** Addresses that are not the public internet (RFC 6890 and its registers): one's own machine, network, cloud metadata, and disguises of them. */
const closedNetworks = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: [
    // Unspecified, loopback, and IPv4 in its two old forms.
    '::/96',
    '::ffff:0:0/96',
    // NAT64, 6to4 and Teredo carry an IPv4 address that nobody would see.
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2002::/16',
    '2001::/23',
    '100::/64',
    '2001:db8::/32',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
} as const;

type Family = keyof typeof closedNetworks;
type Networks = OutboundSettings['networks'];

function closedOf(family: Family): Networks {
  return closedNetworks[family].map((text) => {
    const [address = '', bits] = text.split('/');
    return { address, bits: Number(bits), family };
  });
}

/** A list for each family: Node takes an IPv4 address for one of `::ffff:0:0/96`, which would close them all. */
function listsOf(networks: Networks): Record<Family, BlockList> {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { address, bits, family } of networks) lists[family].addSubnet(address, bits, family);
  return lists;
}

const closed = listsOf([...closedOf('ipv4'), ...closedOf('ipv6')]);

function isIn(lists: Record<Family, BlockList>, address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return isIP(address) !== 0 && lists[family].check(address, family);
}

/** Says of addresses and names whether a call may go there (SSRF 防护). */
export interface AddressGuard {
  /** The operator named this host himself. */
  isNamed(host: string): boolean;
  /** Nothing that is no address is open. */
  isOpen(address: string): boolean;
}

export function addressGuard({ hosts, networks }: OutboundSettings): AddressGuard {
  const allowed = listsOf(networks);
  return {
    isNamed: (host) => hosts.has(host) || isIn(allowed, host),
    isOpen: (address) => isIP(address) !== 0 && (isIn(allowed, address) || !isIn(closed, address)),
  };
}
