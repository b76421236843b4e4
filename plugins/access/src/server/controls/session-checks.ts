import { signInPolicy } from '@linggong/config/access';
import type { ControlCheck } from '@linggong/core';

const HOUR_MS = 3_600_000;
/** The daily sweep clears the day before; two days later nothing may be left of it. */
const SWEPT_DAYS = 2;
const KEYS_DAYS = 8;

/** 8.1.4.1 b: wrong passwords lock, sessions end. */
export const signInBounds: ControlCheck = async (db, at) => {
  const { live, long, locked, unlocked } = await db.one<Record<'live' | 'long' | 'locked' | 'unlocked', bigint>>(
    `SELECT (SELECT count(*) FROM access.sessions WHERE ended_at IS NULL AND ends_at > $1 AND last_seen_at > $2) AS live,
            (SELECT count(*) FROM access.sessions WHERE ended_at IS NULL AND ends_at > $1
               AND ends_at > started_at + make_interval(hours => $3)) AS long,
            (SELECT count(*) FROM access.sign_in_attempts WHERE locked_until > $1) AS locked,
            (SELECT count(*) FROM access.sign_in_attempts WHERE failures >= $4 AND locked_until IS NULL) AS unlocked`,
    [
      at,
      new Date(at.getTime() - signInPolicy.sessionIdleMinutes * 60_000),
      signInPolicy.sessionHours,
      signInPolicy.failuresBeforeLock,
    ],
  );
  const { failuresBeforeLock, lockSecondsMax, sessionIdleMinutes, sessionHours } = signInPolicy;
  return {
    state: long > 0n || unlocked > 0n ? 'not-met' : 'met',
    figure: {
      zh: `${failuresBeforeLock} 次锁定，最长 ${lockSecondsMax / 60} 分钟；空闲 ${sessionIdleMinutes} 分钟、最长 ${sessionHours} 小时结束。现有会话 ${live} 个，超长 ${long} 个；锁定中 ${locked} 个，应锁未锁 ${unlocked} 个`,
      en: `Locked after ${failuresBeforeLock} tries for up to ${lockSecondsMax / 60} minutes; sessions end after ${sessionIdleMinutes} idle minutes and ${sessionHours} hours. Live sessions: ${live}, longer than that: ${long}; locked now: ${locked}, not locked that should be: ${unlocked}`,
    },
    link: '/sessions',
  };
};

/** 8.1.4.3 a: whoever came in by a password in the last day stands in the log. */
export const sessionEntries: ControlCheck = async (db, at) => {
  const since = new Date(at.getTime() - 24 * HOUR_MS);
  const { sessions, missing } = await db.one<{ sessions: bigint; missing: bigint }>(
    `SELECT count(*) AS sessions, count(*) FILTER (WHERE e.account_id IS NULL) AS missing
       FROM (SELECT account_id, started_at FROM access.sessions JOIN access.credentials USING (account_id)
              WHERE started_at > $1 ORDER BY started_at DESC LIMIT 1000) s
       LEFT JOIN (SELECT DISTINCT account_id, at FROM audit.published_entries
              WHERE action = 'session.start' AND recorded_at > $1::timestamptz - interval '1 hour') e
         ON e.account_id = s.account_id AND e.at = s.started_at`,
    [since],
  );
  return {
    state: missing > 0n ? 'not-met' : 'met',
    figure: {
      zh: `24 小时内登录 ${sessions} 次，没有审计记录的 ${missing} 次`,
      en: `Sign-ins in 24 hours: ${sessions}, without an entry in the log: ${missing}`,
    },
    link: '/audit-entries',
  };
};

/** 8.1.4.10: what has served its time is gone. */
export const residues: ControlCheck = async (db, at) => {
  const old = (days: number): Date => new Date(at.getTime() - days * 24 * HOUR_MS);
  const { blocked, challenges, tokens, keys } = await db.one<
    Record<'blocked' | 'challenges' | 'tokens' | 'keys', bigint>
  >(
    `SELECT (SELECT count(*) FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
              WHERE u.blocked AND s.ended_at IS NULL AND s.ends_at > $1) AS blocked,
            (SELECT count(*) FROM access.challenges WHERE expires_at < $2) AS challenges,
            (SELECT count(*) FROM access.refresh_tokens t JOIN access.sessions s ON s.id = t.session_id WHERE s.ends_at < $2) AS tokens,
            (SELECT count(*) FROM access.idempotency WHERE started_at < $3) AS keys`,
    [at, old(SWEPT_DAYS), old(KEYS_DAYS)],
  );
  const left = challenges + tokens + keys;
  return {
    state: blocked > 0n ? 'not-met' : left > 0n ? 'partly' : 'met',
    figure: {
      zh: `已停用账号的有效会话 ${blocked} 个；逾期未清除：登录质询 ${challenges}、刷新令牌 ${tokens}、幂等答复 ${keys}`,
      en: `Live sessions of blocked accounts: ${blocked}; past their time and not cleared: challenges ${challenges}, refresh tokens ${tokens}, kept answers ${keys}`,
    },
    link: '/sessions',
  };
};
