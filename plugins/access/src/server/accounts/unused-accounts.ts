import { administratorRoles, signInPolicy, staffRoles, type Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Database } from '@linggong/core';

const texts = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Accounts that one run blocks; the next day takes the rest. */
const ROUND_MAX = 500;

/** Without one of each nobody could give a power any more: the three administrators ask, the institution's manager decides. */
const lastingRoles: readonly Role[] = [...administratorRoles, 'institution-manager'];

/**
 * When each live account of staff and administrators was last used: seen in a session, opened, unblocked, or given a password. `isLast` is
 * the one of a lasting role that was used last: the role must not be left without anybody.
 */
export const ACCOUNT_USE = `
  SELECT used.id, used.at, used.account_role = ANY (ARRAY[${texts(lastingRoles)}])
         AND row_number() OVER (PARTITION BY used.account_role ORDER BY used.at DESC, used.id) = 1 AS is_last
  FROM (SELECT u.id, u.account_role,
               greatest(u.created_at AT TIME ZONE 'UTC', u.updated_at AT TIME ZONE 'UTC', c.changed_at,
                        (SELECT max(s.last_seen_at) FROM access.sessions s WHERE s.account_id = u.id)) AS at
        FROM public.up_users u LEFT JOIN access.credentials c ON c.account_id = u.id
        WHERE u.blocked IS NOT TRUE
          AND u.account_role = ANY (ARRAY[${texts([...staffRoles, ...administratorRoles])}])) used`;

/** When an account is blocked for want of use; never for the last one of a lasting role. Over `use`, as ACCOUNT_USE gives it. */
export const BLOCKS_AT = `CASE WHEN NOT use.is_last THEN use.at + interval '${signInPolicy.unusedDays} days' END`;

/**
 * Blocks the accounts of staff and administrators that nobody used for 90 days (停用闲置账号, domain.md 8.4). They have no live session.
 * @returns how many were blocked
 */
export function blockUnused(db: Database, command: Command): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ id: number }>(
      `UPDATE public.up_users u SET blocked = true, updated_at = $1::timestamptz AT TIME ZONE 'UTC'
       WHERE u.id IN (SELECT use.id FROM (${ACCOUNT_USE}) use WHERE ${BLOCKS_AT} <= $1 ORDER BY use.at LIMIT ${ROUND_MAX})
         AND u.blocked IS NOT TRUE
       RETURNING u.id`,
      [command.at],
    );
    const entries = rows.map(({ id }) => ({
      action: 'account.block-unused',
      subject: { kind: 'account', id: String(id) },
      before: { blocked: false },
      after: { blocked: true },
    }));
    await record(tx, command, entries);
    return rows.length;
  });
}
