import { administratorRoles } from '@linggong/config/access';
import type { Database } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import { codeWrong } from './factor-problems';
import { useCode } from './use-code';

/** One of the three administrators who showed by a code that he is there. */
export interface PresentAdministrator {
  readonly id: number;
  readonly role: string;
  readonly identityKey: string | null;
  readonly phoneKey: string | null;
}

interface Shown {
  readonly identifier: string;
  /** Time-based or for recovery; it is used up. */
  readonly code: string;
  readonly at: Date;
}

/**
 * Outside of any session, for what is done while nothing serves (紧急恢复). Tries are not counted: the caller bounds them.
 * @throws Problem 401 `code-wrong`, `code-used`; 409 `second-factor-off`
 */
export async function presentAdministrator(
  db: Database,
  vault: Vault,
  { identifier, code, at }: Shown,
): Promise<PresentAdministrator> {
  const row = await db.maybeOne<PresentAdministrator>(
    `SELECT u.id, u.account_role AS role, h.identity_key AS "identityKey", h.phone_key AS "phoneKey"
       FROM public.up_users u LEFT JOIN access.holders h ON h.account_id = u.id
      WHERE lower(u.username) = lower($1) AND u.blocked IS NOT TRUE AND u.account_role = ANY ($2::text[])`,
    [identifier, administratorRoles],
  );
  if (!row) throw codeWrong(401);
  await db.transaction((tx) => useCode(tx, vault, { accountId: row.id, code, at, refusedAs: 401 }));
  return row;
}

/**
 * Two roles, and not one person by what their holders are known by. The three administrators are three persons by the database's own
 * rule (`holders_one_administrator`); where nobody said who stands behind one of them, the two roles have to do.
 */
export function areTwoAdministrators(one: PresentAdministrator, other: PresentAdministrator): boolean {
  if (one.id === other.id || one.role === other.role) return false;
  const isSame = (left: string | null, right: string | null): boolean => left !== null && left === right;
  return !isSame(one.identityKey, other.identityKey) && !isSame(one.phoneKey, other.phoneKey);
}
