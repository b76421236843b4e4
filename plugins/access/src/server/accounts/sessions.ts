import { randomUUID } from 'node:crypto';
import { isRole, secondFactorRoles, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Account } from '../http/account';

export interface SessionPolicy {
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
}

interface SessionRow {
  sessionId: string;
  id: number;
  role: string | null;
  enterpriseId: number | null;
  workerId: number | null;
  lastSeenAt: Date;
  mustChange: boolean | null;
  secondFactorAt: Date | null;
}

type SessionAccount = Omit<Account, 'locale'>;

/** Seeing a session is written down at most so often; the idle end is that much blurred. */
const SEEN_EVERY_MS = 60_000;

export interface NewSession {
  readonly accountId: number;
  readonly at: Date;
  readonly address: string | undefined;
  /** By what the second factor was passed at this moment; undefined where it was not. */
  readonly secondFactor?: 'totp' | 'recovery-code' | undefined;
}

/** Starts a session (会话). @returns its id, which goes into the token */
export async function startSession(db: Queryable, session: NewSession, policy: SessionPolicy): Promise<string> {
  const id = randomUUID();
  const endsAt = new Date(session.at.getTime() + policy.sessionHours * 3_600_000);
  const { accountId, at, address, secondFactor } = session;
  await db.query(
    `INSERT INTO access.sessions (id, account_id, started_at, last_seen_at, ends_at, address, second_factor, second_factor_at)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [id, accountId, at, endsAt, address ?? null, secondFactor ?? null, secondFactor ? at : null],
  );
  return id;
}

/** The account of a live session, or undefined where it ended, idled away, or its account is blocked or has no role. */
export async function accountOfSession(
  db: Queryable,
  sessionId: string,
  at: Date,
  policy: SessionPolicy,
): Promise<SessionAccount | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(sessionId)) return undefined;
  const idleSince = new Date(at.getTime() - policy.sessionIdleMinutes * 60_000);
  const row = await db.maybeOne<SessionRow>(
    `SELECT s.id AS "sessionId", u.id, u.account_role AS role, u.enterprise_id AS "enterpriseId",
            u.worker_id AS "workerId", s.last_seen_at AS "lastSeenAt", c.must_change AS "mustChange",
            s.second_factor_at AS "secondFactorAt"
     FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
          LEFT JOIN access.credentials c ON c.account_id = u.id
     WHERE s.id = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND s.last_seen_at > $3 AND u.blocked IS NOT TRUE`,
    [sessionId, at, idleSince],
  );
  if (!row || !isRole(row.role)) return undefined;
  if (at.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await seeSession(db, sessionId, at);
  return accountOf(row, row.role);
}

function accountOf(row: SessionRow, role: Role): SessionAccount {
  return {
    id: row.id,
    role,
    name: `${role}#${row.id}`,
    sessionId: row.sessionId,
    ...(row.enterpriseId === null ? {} : { enterpriseId: row.enterpriseId }),
    ...(row.workerId === null ? {} : { workerId: row.workerId }),
    ...(row.mustChange === true ? { mustChangePassword: true as const } : {}),
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

/** Ends a session, or all sessions of an account but one. @returns how many ended */
export async function endSessions(
  db: Queryable,
  which: { sessionId: string } | { accountId: number; except?: string },
  at: Date,
): Promise<number> {
  const rows =
    'sessionId' in which
      ? await db.query(`UPDATE access.sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING 1`, [
          which.sessionId,
          at,
        ])
      : await db.query(
          `UPDATE access.sessions SET ended_at = $2
           WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3::uuid RETURNING 1`,
          [which.accountId, at, which.except ?? null],
        );
  return rows.length;
}
