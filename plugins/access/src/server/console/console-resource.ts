import type { Core } from '@strapi/strapi';
import { fieldRules } from '@linggong/config/access';
import type { Database } from '@linggong/core';
import type { Condition, ListColumns } from '../../domain/list-query';
import type { RowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';

/** Which rows an account sees: a condition over `from`, everything, or nothing. */
export type ConsoleScope = Condition | 'all' | 'none';

export interface DetailContext {
  readonly strapi: Core.Strapi;
  readonly scope: RowScope;
}

/** A list of the console (控制台列表) in the simple-rest dialect, with its detail. */
export interface ConsoleResource {
  /** Last part of the address: `/api/console/{name}`. */
  readonly name: string;
  /** What `id` is; a row number where it is not said. */
  readonly idKind?: 'number' | 'uuid';
  /** Resource of the matrix; its actions are `list` and `read`. */
  readonly resource: string;
  /** SQL after FROM. */
  readonly from: string;
  /** What is shown, filtered and sorted. `id` must be one of them. */
  readonly columns: ListColumns;
  /**
   * Of a list that grows without end: it counts and turns pages up to so many rows, and gives up on a filter that no index serves
   * (422 `search-too-wide`). Its sorted columns are never null.
   */
  readonly countMax?: number;
  /** Order where none is asked for; newest first where it is not said. */
  readonly order?: { readonly column: string; readonly direction: 'ASC' | 'DESC' };
  /** Rows by account. It is asked on every list and every detail; `rowScope` is what the matrix gives, `at` the instant of the call. */
  scope(account: Account, rowScope: RowScope, at: Date): ConsoleScope;
  /** Facts of one row beyond its list columns, merged over them; only called for a numbered row inside of the scope. */
  detail?(id: number, account: Account, db: Database, context: DetailContext): Promise<object | undefined>;
}

/**
 * Declares a console list.
 * @throws Error at load when `id` is missing or an enum filter names no values
 */
export function consoleResource(resource: ConsoleResource): ConsoleResource {
  const { name, columns } = resource;
  if (!columns['id']) throw new Error(`console list ${name} has no column id`);
  const kept = ['id', resource.order?.column ?? 'id'];
  for (const { field } of fieldRules.filter((rule) => rule.resource === resource.resource)) {
    if (kept.includes(field))
      throw new Error(`console list ${name}: ${field} is hidden from some, and the list is ordered by it`);
  }
  for (const [column, { filter, values }] of Object.entries(columns)) {
    if (filter === 'enum' && !values?.length) throw new Error(`console list ${name}: enum ${column} names no values`);
    if (/_(gte|lte)$/.test(column) || column === 'q')
      throw new Error(`console list ${name}: ${column} is a filter word`);
  }
  return resource;
}

/**
 * The usual scope: the rows whose enterprise or worker column is the caller's own. A column that the list does not have
 * shows nothing to callers who are bound by it.
 */
export function scopeBy(columns: {
  enterprise?: string;
  worker?: string;
  /** The rows in the queue of the account `$1`, where reviewers see the list. */
  queue?: string;
}): ConsoleResource['scope'] {
  return (_account, rowScope) => {
    if (rowScope.kind === 'all') return 'all';
    if (rowScope.kind === 'enterprise' && columns.enterprise) {
      return { sql: `${columns.enterprise} = $1`, values: [rowScope.enterpriseId] };
    }
    if (rowScope.kind === 'worker' && columns.worker)
      return { sql: `${columns.worker} = $1`, values: [rowScope.workerId] };
    if (rowScope.kind === 'account' && columns.queue) return { sql: columns.queue, values: [rowScope.accountId] };
    return 'none';
  };
}
