import { ruleFor, type Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { RowScope } from '../../domain/row-scope';

/** A live elevation (提权): whose rows it opens to its account, and until when. */
export interface Elevation {
  readonly id: string;
  readonly approvalId: string;
  readonly scope: RowScope;
  readonly until: Date;
}

interface ElevationRow {
  readonly id: string;
  readonly approvalId: string;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  readonly until: Date;
}

/** What an account wants to do that its role does not open. */
export interface ElevatedWish {
  readonly account: { readonly id: number; readonly role: Role };
  readonly resource: string;
  readonly action: string;
  readonly at: Date;
}

/**
 * The elevation under which an account may do an action now, or undefined. Asked only where the matrix refuses, or wants a second
 * person; a line without a mark for the role costs no query. Whoever acts under it writes the look down with `noteLook`.
 */
export async function elevatedFor(db: Queryable, wish: ElevatedWish): Promise<Elevation | undefined> {
  const { account, resource, action } = wish;
  if (!ruleFor(resource, action)?.elevation?.roles.includes(account.role)) return undefined;
  return liveElevation(db, wish);
}

/** The live elevation of an account for an action, whatever the matrix says of its role. */
export async function liveElevation(db: Queryable, wish: ElevatedWish): Promise<Elevation | undefined> {
  const { account, resource, action, at } = wish;
  const row = await db.maybeOne<ElevationRow>(
    `SELECT id, approval_id AS "approvalId", enterprise_id AS "enterpriseId", worker_id AS "workerId", until_at AS until
       FROM access.elevations
      WHERE account_id = $1 AND role = $2 AND resource = $3 AND $4 = ANY (actions)
        AND ended_at IS NULL AND from_at <= $5 AND until_at > $5`,
    [account.id, account.role, resource, action, at],
  );
  return row && { id: row.id, approvalId: row.approvalId, scope: scopeOf(row), until: row.until };
}

function scopeOf({ enterpriseId, workerId }: ElevationRow): RowScope {
  if (enterpriseId !== null) return { kind: 'enterprise', enterpriseId };
  return workerId === null ? { kind: 'all' } : { kind: 'worker', workerId };
}

/** Everything that an account's live elevations open: what the console shows beside the rights of the role. */
export function liveElevations(
  db: Queryable,
  account: { readonly id: number; readonly role: Role },
  at: Date,
): Promise<{ id: string; resource: string; actions: string[]; until: Date }[]> {
  return db.query(
    `SELECT id, resource, actions, until_at AS until FROM access.elevations
      WHERE account_id = $1 AND role = $2 AND ended_at IS NULL AND from_at <= $3 AND until_at > $3 ORDER BY resource`,
    [account.id, account.role, at],
  );
}
