import type { Client } from 'pg';
import type { SeenSession } from '@linggong/audit/domain';

interface Enrolment {
  readonly kind: 'serve' | 'migrate';
  readonly at: Date;
  /** When another session was seen to have taken its process number. */
  until: Date | undefined;
  /** When its session was last on the server, or else when we first looked after it was read; by the clock of the server. */
  seenAt: Date | undefined;
}

interface Seen extends Omit<SeenSession, 'isWriter'> {
  readonly port: number;
  readonly from: Date;
  lastAt: Date;
  xid: string | null;
}

interface ActivityRow {
  readonly pid: number;
  readonly port: number;
  readonly login: string;
  readonly address: string | null;
  readonly application: string;
  readonly from: Date;
  readonly xid: string | null;
  readonly now: Date;
}

/** How long a session that ended is remembered. */
const rememberMs = 900_000;
/** How long an enrolment is kept whose session is gone: what it wrote may still have to be read. As long as the store keeps them. */
const enrolledMs = 2 * 24 * 3_600_000;
/** A commit is dated by the server, a look takes place between two others. */
const aroundMs = 2_500;
const seenMax = 2_000;

/** Which sessions proved to be the platform's, and which others were seen. */
export interface Sessions {
  enrol(pid: number, port: number, kind: 'serve' | 'migrate', at: Date): void;
  enrolled(pid: number, port: number, at: Date): 'serve' | 'migrate' | undefined;
  /** Looks who is on the server now (`pg_stat_activity`, needs pg_monitor). */
  look(client: Client): Promise<void>;
  /** Sessions that are not the platform's and were there at that instant. @param xid of the transaction in question */
  about(at: Date, xid: number): SeenSession[];
}

export function createSessions(): Sessions {
  const enrolments = new Map<string, Enrolment>();
  const seen = new Map<string, Seen>();
  const keyOf = (pid: number, port: number): string => `${pid}:${port}`;
  return {
    enrol: (pid, port, kind, at) =>
      void enrolments.set(keyOf(pid, port), { kind, at, until: undefined, seenAt: undefined }),
    enrolled(pid, port, at) {
      const one = enrolments.get(keyOf(pid, port));
      return one && (one.until === undefined || at < one.until) ? one.kind : undefined;
    },
    async look(client) {
      const rows = await activity(client);
      for (const row of rows) {
        const known = enrolments.get(keyOf(row.pid, row.port));
        if (known && known.at < row.from) known.until ??= row.from;
        else if (known) known.seenAt = row.now;
        const key = `${row.pid}:${row.from.getTime()}`;
        const { now, ...session } = row;
        seen.set(key, { ...session, lastAt: now });
        forgetOld(seen, now);
      }
      const last = rows.at(-1);
      if (last) forgetEnded(enrolments, last.now);
    },
    about: (at, xid) =>
      [...seen.values()]
        .filter(({ from, lastAt, pid, port }) => {
          const isThere = from.getTime() - aroundMs <= at.getTime() && at.getTime() <= lastAt.getTime() + aroundMs;
          const own = enrolments.get(keyOf(pid, port));
          return isThere && !(own && (own.until === undefined || at < own.until));
        })
        .map(({ login, pid, address, application, xid: seenXid }) => ({
          login,
          pid,
          address,
          application,
          isWriter: seenXid === String(xid),
        })),
  };
}

/** Not by when they enrolled: a log that is read days later begins with enrolments that are days old. */
function forgetEnded(enrolments: Map<string, Enrolment>, now: Date): void {
  for (const [key, one] of enrolments) {
    one.seenAt ??= now;
    if (now.getTime() - one.seenAt.getTime() > enrolledMs) enrolments.delete(key);
  }
}

function forgetOld(seen: Map<string, Seen>, now: Date): void {
  for (const [key, { lastAt }] of seen) {
    if (seen.size <= seenMax && now.getTime() - lastAt.getTime() <= rememberMs) break;
    seen.delete(key);
  }
}

async function activity(client: Client): Promise<ActivityRow[]> {
  const { rows } = await client.query<ActivityRow>(
    `SELECT pid, COALESCE(client_port, -1) AS port, usename AS login, host(client_addr) AS address, application_name AS application,
            backend_start AS "from", backend_xid::text AS xid, clock_timestamp() AS now
       FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
      ORDER BY backend_start LIMIT 1000`,
  );
  return rows;
}
