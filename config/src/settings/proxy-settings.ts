import { z } from 'zod';
import { networkOf } from './network';

/** Loopback and the networks of one's own (RFC 1918, RFC 4193): where a proxy usually stands. */
const ownNetworks = '127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7';

/** Proxies of one's own (反向代理): how many stand before the platform, and from which addresses the last of them calls it. */
export const proxyEnvironment = {
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  PROXY_ADDRESSES: z
    .string()
    .default(ownNetworks)
    .transform((text, context) => {
      const named = text.split(',').map((part) => networkOf(part.trim()));
      const networks = named.filter((network) => network !== undefined);
      if (networks.length === named.length) return networks;
      context.addIssue('addresses or networks (10.1.2.0/24), parted by commas');
      return z.NEVER;
    }),
};
