import os from 'node:os';
import type { Settings } from '@linggong/config';
import type { Queryable } from '@linggong/core';

/** How a process is reached (接入方式); nothing of it is a secret. */
export interface Reached {
  readonly port: number;
  readonly loopback: boolean;
  readonly tls: boolean;
  readonly proxied: boolean;
}

/** @param settings of this process */
export function reachedBy({ http, role, healthPort }: Pick<Settings, 'http' | 'role' | 'healthPort'>): Reached {
  return {
    port: role === 'worker' ? (healthPort ?? 0) : http.port,
    loopback: /^(127(\.\d+){3}|::1|localhost)$/.test(http.host),
    tls: http.tls !== undefined,
    // A proxy that is ours says how many they are; the address that people use says what it speaks.
    proxied: http.proxyHops > 0 && (http.publicUrl ?? '').startsWith('https://'),
  };
}

/** Says that this process is there, and how it is reached. */
export async function notePresence(
  db: Queryable,
  settings: Pick<Settings, 'http' | 'role' | 'healthPort'>,
  at: Date,
): Promise<void> {
  const { port, loopback, tls, proxied } = reachedBy(settings);
  await db.query(
    `INSERT INTO continuity.processes AS p (machine, role, port, loopback, tls, proxied, started_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (machine, role, port) DO UPDATE SET loopback = excluded.loopback, tls = excluded.tls, proxied = excluded.proxied,
       seen_at = excluded.seen_at`,
    [os.hostname(), settings.role, port, loopback, tls, proxied, at],
  );
}
