import { hiddenFields, reachOf } from '@linggong/config/access';
import type { Database } from '@linggong/core';
import { WAITING_ROWS_MAX, type WaitingAnswer, type WaitingItem } from '../../api/waiting';
import { readListQuery, type Condition } from '../../domain/list-query';
import { pageStatement, totalsStatement, type ListSource } from '../../domain/list-sql';
import { rowScope } from '../../domain/row-scope';
import { columnsOfItem, itemOfRow } from '../../domain/waiting-item';
import type { Account } from '../http/account';
import type { WaitingFilter, WaitingKind, WaitingNow } from './waiting-kinds';

type KindAnswer = Pick<WaitingAnswer, 'kinds' | 'items'>;

const nothing: KindAnswer = { kinds: [], items: [] };

/**
 * Everything that waits for an account, the most urgent of each kind: one statement a kind over the rows that its list shows to this
 * account, and a count only where they do not fit.
 */
export async function readWaiting(
  db: Database,
  kinds: readonly WaitingKind[],
  account: Account,
  now: WaitingNow,
): Promise<WaitingAnswer> {
  const answers = await Promise.all(kinds.map((kind) => readKind(db, kind, account, now)));
  return {
    at: now.at,
    kinds: answers.flatMap((answer) => answer.kinds),
    items: answers.flatMap((answer) => answer.items),
  };
}

async function readKind(db: Database, kind: WaitingKind, account: Account, now: WaitingNow): Promise<KindAnswer> {
  const { filter, source, query } = statementParts(kind, account, now) ?? {};
  if (filter === undefined || source === undefined || query === undefined) return nothing;
  const page = pageStatement(source, query);
  const rows = await db.query<Record<string, unknown>>(page.sql, page.values);
  if (rows.length === 0) return nothing;
  const items = await itemsOf(db, kind, rows, account);
  const count = rows.length < WAITING_ROWS_MAX ? rows.length : await countOf(db, source, query);
  const told = {
    kind: kind.key,
    list: kind.list.name,
    filter: kind.where === undefined || kind.filterLeads ? mutable(filter) : null,
    fenField: kind.fen !== undefined && source.columns[kind.fen] ? kind.fen : null,
    count,
  };
  return { kinds: [told], items };
}

/** Undefined where the account sees nothing of the list: the matrix, its scope, or a clock that is hidden from the role. */
function statementParts(kind: WaitingKind, account: Account, now: WaitingNow) {
  const { list, since, due } = kind;
  const reach = reachOf(account.role, list.resource, 'list');
  if (reach === undefined) return undefined;
  const scope = list.scope(account, rowScope(reach, account), now.at);
  if (scope === 'none') return undefined;
  const hidden = hiddenFields(account.role, list.resource);
  const told = columnsOfItem(kind);
  const columns = Object.fromEntries(
    Object.entries(list.columns).filter(([name]) => told.has(name) && !hidden.has(name)),
  );
  const filter = typeof kind.filter === 'function' ? kind.filter(now) : kind.filter;
  const reading = readListQuery(list.columns, { filter: JSON.stringify(filter) });
  if (!reading.ok) throw new Error(`what waits as ${kind.key}: ${reading.fault.en}`);
  const column = [due, since, 'id'].find((name) => name !== undefined && columns[name] !== undefined) ?? 'id';
  const source: ListSource = {
    from: list.from,
    columns,
    order: { column, direction: 'ASC' },
    scope: scope === 'all' ? undefined : scope,
  };
  const own: readonly Condition[] = kind.where === undefined ? [] : [kind.where(account, now)];
  const implied: readonly Condition[] = kind.implied === undefined ? [] : [{ sql: kind.implied, values: [] }];
  const query = {
    conditions: [...reading.query.conditions, ...own, ...implied],
    sort: undefined,
    offset: 0,
    limit: WAITING_ROWS_MAX,
  };
  return { filter, source, query };
}

async function itemsOf(
  db: Database,
  kind: WaitingKind,
  rows: readonly Record<string, unknown>[],
  account: Account,
): Promise<WaitingItem[]> {
  const items = rows.map((row) => itemOfRow(row, kind));
  const reasons = await kind.reasons?.(
    db,
    items.map(({ id }) => id),
    account,
  );
  return items.map((item) => ({
    ...item,
    kind: kind.key,
    reasons: (reasons?.get(item.id) ?? []).map(({ count, title }) => ({ count, title: { ...title } })),
  }));
}

async function countOf(
  db: Database,
  source: ListSource,
  query: Parameters<typeof totalsStatement>[1],
): Promise<number> {
  const plain = Object.fromEntries(
    Object.entries(source.columns).map(([name, column]) => [name, { ...column, sum: false }]),
  );
  const { sql, values } = totalsStatement({ ...source, columns: plain }, query);
  const { total } = await db.one<{ total: bigint }>(sql, values);
  return Number(total);
}

function mutable(filter: WaitingFilter): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}
