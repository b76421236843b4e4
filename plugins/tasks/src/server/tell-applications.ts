import { NEWS_MAX, tellNews } from '@linggong/access';
import type { Command, Queryable } from '@linggong/core';
import type { ChangedEngagement } from './engagement-entries';
import type { TaskRow } from './task-rows';

/** Workers are told what their applications came to, each of his own. */
export async function tellApplicants(
  tx: Queryable,
  command: Command,
  kind: 'application-accepted' | 'application-declined',
  answered: readonly ChangedEngagement[],
): Promise<void> {
  const news = answered.map(({ id, number, workerId }) => ({
    kind,
    to: { workerId },
    page: 'engagements',
    id,
    number,
  }));
  for (let start = 0; start < news.length; start += NEWS_MAX)
    await tellNews(tx, command, news.slice(start, start + NEWS_MAX));
}

/** The accounts of the enterprise are told that somebody applied: one line a task, however many they are. */
export async function tellEnterprise(
  tx: Queryable,
  command: Command,
  { id, number, enterprise_id: enterpriseId }: Pick<TaskRow, 'id' | 'number' | 'enterprise_id'>,
): Promise<void> {
  await tellNews(tx, command, [{ kind: 'task-applied', to: { enterpriseId }, page: 'tasks', id, number }]);
}
