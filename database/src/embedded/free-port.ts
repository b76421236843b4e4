import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Below are ports of well-known services. */
const lowest = 15_000;
/** Where Linux does not say: from here on macOS and Windows lend ports to outgoing connections. */
const lentElsewhere = 49_152;
const draws = 50;
/** Processes of a server that was killed hold its port until they notice that it is gone. */
const waits = 30;
const waitMs = 100;

/**
 * A free TCP port of the loopback interface; `preferred` where it is free, so that the address outlives a restart. Else it is drawn from
 * those that the system lends to no outgoing connection: a server that is down for a moment finds its port again.
 */
export async function freePort(preferred?: number): Promise<number> {
  const again = preferred === undefined ? undefined : await onceFree(preferred);
  if (again !== undefined) return again;
  const lent = lentFrom();
  const drawn = lent > lowest ? Array.from({ length: draws }, () => randomInt(lowest, lent)) : [];
  for (const wanted of drawn) {
    const port = await listenOnce(wanted).catch(() => undefined);
    if (port !== undefined) return port;
  }
  return listenOnce(0);
}

/** The port, once it is free; undefined where somebody else keeps it. */
async function onceFree(port: number): Promise<number | undefined> {
  for (let tries = 0; tries < waits; tries += 1) {
    if (tries > 0) await pause(waitMs);
    const free = await listenOnce(port).catch(() => undefined);
    if (free !== undefined) return free;
  }
  return undefined;
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
