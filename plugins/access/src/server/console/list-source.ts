import { hiddenFields } from '@linggong/config/access';
import { problem } from '@linggong/core/domain';
import { readListQuery, type ListColumns, type ListQuery } from '../../domain/list-query';
import type { ListSource } from '../../domain/list-sql';
import type { RowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';
import { fieldName } from '../http/field-name';
import type { ConsoleResource } from './console-resource';

/** Who looks at a list, how far he may, and when: `at` is the instant of his call. */
export interface ListReader {
  readonly account: Account;
  readonly scope: RowScope;
  readonly at: Date;
}

/** The three texts of the dialect, as they were sent. */
export interface ListTexts {
  readonly sort?: string | undefined;
  readonly range?: string | undefined;
  readonly filter?: string | undefined;
}

/** A column that the reader does not see is none: not shown, filtered, sorted, searched, summed or exported. */
export function seenColumns({ resource, columns }: ConsoleResource, account: Account): ListColumns {
  const hidden = hiddenFields(account.role, resource);
  return hidden.size === 0
    ? columns
    : Object.fromEntries(Object.entries(columns).filter(([name]) => !hidden.has(name)));
}

/** @throws Problem 400 `list-query-invalid` that names the part and what is allowed */
export function readQuery(columns: ListColumns, texts: ListTexts): ListQuery {
  const present = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  const reading = readListQuery(columns, present);
  if (reading.ok) return reading.query;
  const { field, zh, en } = reading.fault;
  const name = fieldName(field);
  throw problem(400, 'list-query-invalid', { zh: `${name.zh}：${zh}`, en: `${name.en} ${en}` }, { field });
}

/** What the reader sees of a list; undefined where he sees nothing at all. */
export function sourceFor(
  resource: ConsoleResource,
  { account, scope: rowScope, at }: ListReader,
): ListSource | undefined {
  const scope = resource.scope(account, rowScope, at);
  if (scope === 'none') return undefined;
  const { from, countMax, order = { column: 'id', direction: 'DESC' } } = resource;
  const columns = seenColumns(resource, account);
  return { from, columns, order, countMax, scope: scope === 'all' ? undefined : scope };
}
