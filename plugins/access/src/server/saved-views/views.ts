import { reachOf } from '@linggong/config/access';
import type { Queryable, Tx } from '@linggong/core';
import type { z } from 'zod';
import type { SavedViewBody, savedView } from '../../api/saved-view';
import { VIEWS_MAX } from '../../domain/saved-view';
import type { ListColumns } from '../../domain/list-query';
import { listOf } from '../console/list-registry';
import { readQuery, seenColumns } from '../console/list-source';
import { elevatedFor } from '../elevations/elevated';
import type { Account } from '../http/account';
import { noSuchColumn, noSuchList, noSuchView, tooManyViews } from './problems';

type View = z.input<typeof savedView>;

/** Whose views they are, and when he asks: what an elevation opens is his for a while. */
export interface Keeper {
  readonly account: Account;
  readonly at: Date;
}

/**
 * The columns of a list as an account sees them.
 * @throws Problem 404 for a list that is not, or that neither his role nor an elevation of his reads
 */
async function columnsOf(db: Queryable, name: string, { account, at }: Keeper): Promise<ListColumns> {
  const list = listOf(name);
  if (list === undefined) throw noSuchList();
  const { resource } = list;
  const isOpen =
    reachOf(account.role, resource, 'list') !== undefined ||
    (await elevatedFor(db, { account, resource, action: 'list', at })) !== undefined;
  if (!isOpen) throw noSuchList();
  return seenColumns(list, account);
}

/** One's own views of a list. @throws Problem 404 for the list */
export async function viewsOf(db: Queryable, keeper: Keeper, list: string): Promise<View[]> {
  await columnsOf(db, list, keeper);
  return db.query<View & Record<string, unknown>>(
    `SELECT id, name AS "viewName", filter::text AS filter, sort::text AS sort, columns AS "shownColumns", kept_at AS "keptAt"
       FROM access.saved_views WHERE account_id = $1 AND list = $2 ORDER BY kept_at, name LIMIT ${VIEWS_MAX}`,
    [keeper.account.id, list],
  );
}

/**
 * Keeps a view under its name; one of that name is replaced.
 * @throws Problem 404 for the list; 400 for a filter, an order or a column that it does not have; 409 `views-full`
 */
export async function keepView(tx: Tx, keeper: Keeper, body: SavedViewBody): Promise<void> {
  const { account, at } = keeper;
  const { listName, viewName, filter, sort, shownColumns } = body;
  const columns = await columnsOf(tx, listName, keeper);
  readQuery(columns, { filter, sort });
  // A column of a form's record is named below that of the list.
  const strange = Object.keys(shownColumns ?? {}).find((name) => !Object.hasOwn(columns, name.split('.')[0] ?? ''));
  if (strange !== undefined) throw noSuchColumn(strange);
  // Views that are kept at the same time are counted one after the other.
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('access.saved_views'), $1)", [account.id]);
  const { others } = await tx.one<{ others: bigint }>(
    'SELECT count(*) AS others FROM access.saved_views WHERE account_id = $1 AND list = $2 AND name <> $3',
    [account.id, listName, viewName],
  );
  if (others >= VIEWS_MAX) throw tooManyViews();
  await tx.query(
    `INSERT INTO access.saved_views (account_id, list, name, filter, sort, columns, kept_at)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7)
     ON CONFLICT (account_id, list, name) DO UPDATE SET filter = excluded.filter, sort = excluded.sort, columns = excluded.columns,
       kept_at = excluded.kept_at`,
    [
      account.id,
      listName,
      viewName,
      filter,
      sort ?? null,
      shownColumns === undefined ? null : JSON.stringify(shownColumns),
      at,
    ],
  );
}

/** Removes one of one's own. @returns the list that it was of @throws Problem 404 */
export async function removeView(tx: Tx, account: Account, id: string): Promise<string> {
  const gone = await tx.maybeOne<{ list: string }>(
    'DELETE FROM access.saved_views WHERE id = $1 AND account_id = $2 RETURNING list',
    [id, account.id],
  );
  if (gone === undefined) throw noSuchView();
  return gone.list;
}
