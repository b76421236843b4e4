import { reachOf } from '@linggong/config/access';
import type { Database } from '@linggong/core';
import type { z } from 'zod';
import type { ListTotal, totalWishes } from '../../api/list-totals';
import { rowScope } from '../../domain/row-scope';
import { listOf } from '../console/list-registry';
import { readQuery, seenColumns, sourceFor } from '../console/list-source';
import { readPage } from '../console/read-page';
import type { Account } from '../http/account';

type Wish = z.output<typeof totalWishes>[number];

/**
 * Counts one list as its own address would: the same scope, the same columns, the same limits.
 * @throws Problem 400 `list-query-invalid` for a filter that the list does not have
 */
export async function countList(db: Database, account: Account, wish: Wish, at: Date): Promise<ListTotal> {
  const resource = listOf(wish.list);
  const reach = resource && reachOf(account.role, resource.resource, 'list');
  if (!resource || reach === undefined) return { state: 'hidden' };
  const filter = JSON.stringify(wish.filter);
  const query = { ...readQuery(seenColumns(resource, account), { filter }), limit: 1 };
  const source = sourceFor(resource, { account, scope: rowScope(reach, account), at });
  if (!source) return { state: 'counted', count: 0, capped: false, sums: {} };
  const { total, capped, sums } = await readPage(db, source, query);
  return { state: 'counted', count: total, capped: capped === true, sums };
}
