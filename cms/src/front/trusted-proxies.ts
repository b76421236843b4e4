import type { IncomingMessage, Server } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Settings } from '@linggong/config';

/** What a proxy says of its caller. */
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'x-real-ip'] as const;

/**
 * Takes the headers of a proxy away from requests that come from anywhere else, before Koa reads them: whoever walks around the proxy
 * and calls the port himself would choose his own address for sign-in bounds, sessions and the audit log.
 */
export function trustProxies(server: Server, { proxyHops, proxyAddresses }: Settings['http']): void {
  const trusted = { 4: new BlockList(), 6: new BlockList() };
  for (const { address, bits, family } of proxyHops > 0 ? proxyAddresses : [])
    trusted[family === 'ipv4' ? 4 : 6].addSubnet(address, bits, family);
  server.prependListener('request', ({ headers, socket }: IncomingMessage) => {
    // A server that listens on both families writes IPv4 in the form of IPv6.
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
    const family = isIP(address);
    const isTrusted = (family === 4 || family === 6) && trusted[family].check(address, family === 4 ? 'ipv4' : 'ipv6');
    if (!isTrusted) for (const name of proxyHeaders) delete headers[name];
  });
}
