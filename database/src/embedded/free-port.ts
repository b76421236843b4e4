import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Below are ports of well-known services. */
const lowest = 15_000;
/** Where Linux does not say: from here on macOS and Windows lend ports to outgoing connections. */
const lentElsewhere = 49_152;
const draws = 50;

/**
 * A free TCP port of the loopback interface; `preferred` where it is free, so that the address outlives a restart. Else it is drawn from
 * those that the system lends to no outgoing connection: a server that is down for a moment finds its port again.
 */
export async function freePort(preferred?: number): Promise<number> {
  const lent = lentFrom();
  const drawn = lent > lowest ? Array.from({ length: draws }, () => randomInt(lowest, lent)) : [];
  for (const wanted of preferred === undefined ? drawn : [preferred, ...drawn]) {
    const port = await listenOnce(wanted).catch(() => undefined);
    if (port !== undefined) return port;
  }
  return listenOnce(0);
}

/** The first port that the system lends to outgoing connections. */
export function lentFrom(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    return lentElsewhere;
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') {
          reject(new Error('no TCP address'));
        } else {
          resolve(address.port);
        }
      });
    });
  });
}
