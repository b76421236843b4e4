import type { Database } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { ListQuery } from '../../domain/list-query';
import { pageStatement, totalsStatement, type ListSource } from '../../domain/list-sql';

export interface Page {
  readonly rows: Record<string, unknown>[];
  readonly total: number;
  readonly sums: Record<string, bigint>;
  /** There are more than `total`. */
  readonly capped?: true;
}

/** A filter that no index serves is given up, rather than reading a log of years. */
const SEARCH_MS_MAX = 2_000;

/**
 * A page of a list that grows without end.
 * @throws Problem 400 `list-query-invalid` for a page beyond the count; 422 `search-too-wide` after two seconds
 */
export async function readCapped(db: Database, source: ListSource, countMax: number, query: ListQuery): Promise<Page> {
  if (query.offset >= countMax) throw beyondCount(countMax);
  const page = pageStatement(source, query);
  const totals = totalsStatement(source, query);
  return db
    .transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${SEARCH_MS_MAX}`);
      const rows = await tx.query(page.sql, page.values);
      const { total } = await tx.one<{ total: bigint }>(totals.sql, totals.values);
      return total > countMax
        ? { rows, total: countMax, sums: {}, capped: true as const }
        : { rows, total: Number(total), sums: {} };
    })
    .catch((error: unknown) => {
      throw isCanceled(error) ? tooWide() : error;
    });
}

/** 57014 query_canceled, which statement_timeout gives. */
export function isCanceled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';
}

function beyondCount(countMax: number): Problem {
  const text = {
    zh: `range：最多翻到第 ${countMax} 行，请缩小范围`,
    en: `range ends at row ${countMax}; narrow the filter`,
  };
  return problem(400, 'list-query-invalid', text, { field: 'range' });
}

function tooWide(): Problem {
  return problem(422, 'search-too-wide', {
    zh: '范围太大，两秒内没有查完。请缩短时间或增加条件',
    en: 'The search did not end within two seconds. Shorten the time, or add a condition',
  });
}
