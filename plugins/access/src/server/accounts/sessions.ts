import { randomUUID } from 'node:crypto';
import { isRole, secondFactorRoles, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';

export interface SessionPolicy {
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly passwordDays: number;
}

interface SessionRow {
  sessionId: string;
  id: number;
  role: string | null;
  enterpriseId: number | null;
  workerId: number | null;
  lastSeenAt: Date;
  mustChange: boolean | null;
  isOld: boolean | null;
  secondFactorAt: Date | null;
}

export type SessionAccount = Omit<Account, 'locale'>;

/** Seeing a session is written down at most so often; the idle end is that much blurred. */
const SEEN_EVERY_MS = 60_000;

export interface NewSession {
  readonly accountId: number;
  readonly at: Date;
  readonly address: string | undefined;
  /** What the browser or program calls itself; cut at 200 characters. */
  readonly device?: string | undefined;
  /** The number of the device, where it said one (设备号). */
  readonly deviceNumber?: string | undefined;
  /** By what the second factor was passed at this moment; undefined where it was not. */
  readonly secondFactor?: 'totp' | 'recovery-code' | undefined;
}

/** Starts a session (会话). @returns its id, which goes into the token */
export async function startSession(db: Queryable, session: NewSession, policy: SessionPolicy): Promise<string> {
  const id = randomUUID();
  const endsAt = new Date(session.at.getTime() + policy.sessionHours * 3_600_000);
  const { accountId, at, address, device, deviceNumber, secondFactor } = session;
  await db.query(
    `INSERT INTO access.sessions (id, account_id, started_at, last_seen_at, ends_at, address, device, device_number, second_factor,
       second_factor_at)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      accountId,
      at,
      endsAt,
      address ?? null,
      device?.slice(0, 200) ?? null,
      deviceNumber ?? null,
      secondFactor ?? null,
      secondFactor ? at : null,
    ],
  );
  return id;
}

/** Asked by every request, so it is planned once a connection. */
const liveSessions = {
  name: 'access-live-sessions',
  sql: `SELECT s.id AS "sessionId", u.id, u.account_role AS role, u.enterprise_id AS "enterpriseId",
               u.worker_id AS "workerId", s.last_seen_at AS "lastSeenAt", c.must_change AS "mustChange",
               c.changed_at < $4 AS "isOld", s.second_factor_at AS "secondFactorAt"
        FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
             LEFT JOIN access.credentials c ON c.account_id = u.id
        WHERE s.id = ANY($1) AND s.ended_at IS NULL AND s.ends_at > $2 AND s.last_seen_at > $3 AND u.blocked IS NOT TRUE`,
};

/** Anything else would be refused by the column, and with it the look of all that are asked for beside. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The account of a live session, or undefined where it ended, idled away, or its account is blocked or has no role. */
export async function accountOfSession(
  db: Queryable,
  sessionId: string,
  at: Date,
  policy: SessionPolicy,
): Promise<SessionAccount | undefined> {
  return (await accountsOfSessions(db, [sessionId], at, policy)).get(sessionId);
}

/** The accounts of those sessions that are live, by one look; see `accountOfSession`. */
export async function accountsOfSessions(
  db: Queryable,
  sessionIds: readonly string[],
  at: Date,
  policy: SessionPolicy,
): Promise<ReadonlyMap<string, SessionAccount>> {
  const asked = [...new Set(sessionIds)].filter((id) => uuid.test(id));
  if (asked.length === 0) return new Map();
  const idleSince = new Date(at.getTime() - policy.sessionIdleMinutes * 60_000);
  const oldSince = new Date(at.getTime() - policy.passwordDays * 86_400_000);
  const rows = await db.preparedRows<SessionRow>(liveSessions, [asked, at, idleSince, oldSince]);
  const accounts = new Map<string, SessionAccount>();
  for (const row of rows) {
    if (!isRole(row.role)) continue;
    if (at.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await seeSession(db, row.sessionId, at);
    accounts.set(row.sessionId, accountOf(row, row.role));
  }
  return accounts;
}

function accountOf(row: SessionRow, role: Role): SessionAccount {
  return {
    id: row.id,
    role,
    name: `${role}#${row.id}`,
    sessionId: row.sessionId,
    ...(row.enterpriseId === null ? {} : { enterpriseId: row.enterpriseId }),
    ...(row.workerId === null ? {} : { workerId: row.workerId }),
    ...(row.mustChange === true || row.isOld === true ? { mustChangePassword: true as const } : {}),
    ...(row.mustChange !== true && row.isOld === true ? { passwordExpired: true as const } : {}),
    ...(row.secondFactorAt === null ? {} : { secondFactorAt: row.secondFactorAt }),
    ...(row.secondFactorAt === null && secondFactorRoles.has(role) ? { mustPassSecondFactor: true as const } : {}),
  };
}

async function seeSession(db: Queryable, sessionId: string, at: Date): Promise<void> {
  await db.query('UPDATE access.sessions SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1', [sessionId, at]);
}

/** A live session has passed the second factor just now. */
export async function passFactor(
  db: Queryable,
  sessionId: string,
  kind: 'totp' | 'recovery-code',
  at: Date,
): Promise<void> {
  await db.query('UPDATE access.sessions SET second_factor = $2, second_factor_at = $3 WHERE id = $1', [
    sessionId,
    kind,
    at,
  ]);
}

/** Why a session ended before its time. */
export type SessionEnd =
  | 'signed-out'
  | 'by-holder'
  | 'by-administrator'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-changed'
  | 'blocked'
  | 'token-reused'
  | 'role-changed';

/** One session, of one account where that is said; or all sessions of an account but one. */
export type WhichSessions =
  | { readonly sessionId: string; readonly ofAccount?: number }
  | { readonly accountId: number; readonly except?: string };

/** Ends live sessions. @returns how many ended */
export async function endSessions(db: Queryable, which: WhichSessions, because: SessionEnd, at: Date): Promise<number> {
  const rows =
    'sessionId' in which
      ? await db.query(
          `UPDATE access.sessions SET ended_at = $2, ended_because = $3
           WHERE id = $1 AND ended_at IS NULL AND account_id = coalesce($4, account_id) RETURNING 1`,
          [which.sessionId, at, because, which.ofAccount ?? null],
        )
      : await db.query(
          `UPDATE access.sessions SET ended_at = $2, ended_because = $3
           WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $4::uuid RETURNING 1`,
          [which.accountId, at, because, which.except ?? null],
        );
  return rows.length;
}
