import type { Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';

/** @throws Problem 409 `worker-not-active` where one of them may not take on work now */
export async function demandActiveWorkers(tx: Queryable, ids: readonly number[]): Promise<void> {
  const found = await tx.query<{ worker_id: number }>(
    `SELECT worker_id FROM parties.published_worker_facts WHERE worker_id = ANY ($1::int[]) AND state = 'active'`,
    [ids],
  );
  const active = new Set(found.map((row) => row.worker_id));
  const missing = ids.filter((id) => !active.has(id));
  if (missing.length === 0) return;
  throw problem(
    409,
    'worker-not-active',
    { zh: `${missing.length} 人不是可承揽状态`, en: `${missing.length} workers are not active` },
    {
      field: 'workers',
      fix: { zh: '先完成实名认证', en: 'Have their identities verified first' },
      extra: { workerIds: missing.slice(0, 100) },
    },
  );
}

export function taskNotPublished(): Error {
  return problem(409, 'task-not-published', { zh: '任务未发布，不能承揽', en: 'The task is not published' });
}
