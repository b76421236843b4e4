import type { Database } from '@linggong/core';
import type { ListQuery } from '../../domain/list-query';
import { pageStatement, totalsStatement, type ListSource, type Statement } from '../../domain/list-sql';
import { isCanceled, readCapped, type Page } from './capped-page';

/** How long a page that is wanted at once waits for its totals: of a million rows they take seconds. */
const SOON_MS = 100;

/** One page of a list, with the count and the sums of all rows that its filter leaves. */
export async function readPage(db: Database, source: ListSource, query: ListQuery): Promise<Page> {
  if (source.countMax !== undefined) return readCapped(db, source, source.countMax, query);
  const totals = totalsStatement(source, query);
  const [rows, told] = await Promise.all([rowsOf(db, source, query), db.one<Totals>(totals.sql, totals.values)]);
  return { rows, ...totalsOf(told) };
}

/** The same, without count and sums where these take longer than the rows may wait. */
export async function readPageSoon(
  db: Database,
  source: ListSource,
  query: ListQuery,
): Promise<Omit<Page, 'total'> & { readonly total?: number }> {
  if (source.countMax !== undefined) return readCapped(db, source, source.countMax, query);
  const [rows, told] = await Promise.all([rowsOf(db, source, query), soonTotals(db, totalsStatement(source, query))]);
  return told === undefined ? { rows, sums: {} } : { rows, ...totalsOf(told) };
}

function rowsOf(db: Database, source: ListSource, query: ListQuery): Promise<Page['rows']> {
  const { sql, values } = pageStatement(source, query);
  return db.query(sql, values);
}

type Totals = Record<string, bigint | string>;

function totalsOf({ total = 0n, ...sums }: Totals): Pick<Page, 'total' | 'sums'> {
  const exact = Object.fromEntries(Object.entries(sums).map(([name, text]) => [name, BigInt(text)]));
  return { total: Number(total), sums: exact };
}

async function soonTotals(db: Database, { sql, values }: Statement): Promise<Totals | undefined> {
  return db
    .transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${SOON_MS}`);
      return tx.one<Totals>(sql, values);
    })
    .catch((error: unknown) => {
      if (isCanceled(error)) return undefined;
      throw error;
    });
}
