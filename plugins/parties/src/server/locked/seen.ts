import type { Account, ConsoleScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { noSuchWorker } from '../workers/worker-rows';
import { isLocked } from './locks';

type Caller = Pick<Account, 'role'>;

/** Somebody who has left sees himself; to everybody else he is not there, but by the page of locked people. */
export const seesLocked = ({ role }: Caller): boolean => role === 'worker';

/** Takes the locked out of a scope of a console list, over a row of `public.workers` named `worker`. */
export function withoutLocked(scope: ConsoleScope, caller: Caller, worker: string): ConsoleScope {
  if (scope === 'none' || seesLocked(caller)) return scope;
  const sql = `NOT (${isLocked(worker)})`;
  return scope === 'all' ? { sql, values: [] } : { sql: `${scope.sql} AND ${sql}`, values: scope.values };
}

/** @throws Problem `not-found` for somebody who has left, unless he asks himself */
export async function demandUnlocked(db: Queryable, caller: Caller, workerId: number): Promise<void> {
  if (seesLocked(caller)) return;
  const row = await db.maybeOne(`SELECT FROM public.workers w WHERE w.id = $1 AND ${isLocked('w')}`, [workerId]);
  if (row !== undefined) throw noSuchWorker();
}
