import type { Database } from '@linggong/core';
import type { ListQuery } from '../../domain/list-query';
import { pageStatement, totalsStatement, type ListSource } from '../../domain/list-sql';
import { readCapped, type Page } from './capped-page';

/** One page of a list, with the count and the sums of all rows that its filter leaves. */
export async function readPage(db: Database, source: ListSource, query: ListQuery): Promise<Page> {
  if (source.countMax !== undefined) return readCapped(db, source, source.countMax, query);
  const page = pageStatement(source, query);
  const totals = totalsStatement(source, query);
  const [rows, counted] = await Promise.all([
    db.query(page.sql, page.values),
    db.one<Record<string, bigint | string>>(totals.sql, totals.values),
  ]);
  const { total = 0n, ...sums } = counted;
  const exact = Object.fromEntries(Object.entries(sums).map(([name, text]) => [name, BigInt(text)]));
  return { rows, total: Number(total), sums: exact };
}
