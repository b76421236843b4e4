import { covers, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { batchIdOf } from '../line-id';
import { batchKind } from '../problems';

/** Makes sure that a batch lies inside of the caller's rows; others are answered as not there. @throws Problem 404 */
export async function batchWithin(db: Queryable, scope: RowScope, batchId: number): Promise<void> {
  const row = await db.maybeOne<{ enterpriseId: number }>(
    'SELECT enterprise_id AS "enterpriseId" FROM public.settlement_batches WHERE id = $1',
    [batchId],
  );
  if (row === undefined || !covers(scope, row)) throw notFound(batchKind);
}

/** The same for a line, by its batch. */
export async function lineWithin(db: Queryable, scope: RowScope, lineId: number): Promise<void> {
  await batchWithin(db, scope, batchIdOf(lineId));
}

/** The condition of a list over a column of enterprises, and one of workers where the list has it. */
export function scopeCondition(scope: RowScope, enterprise: string, worker?: string) {
  switch (scope.kind) {
    case 'all':
      return [];
    case 'enterprise':
      return [{ sql: `${enterprise} = $1`, values: [scope.enterpriseId] }];
    case 'worker':
      return [worker ? { sql: `${worker} = $1`, values: [scope.workerId] } : { sql: 'false', values: [] }];
    case 'account':
      return [{ sql: 'false', values: [] }];
  }
}
