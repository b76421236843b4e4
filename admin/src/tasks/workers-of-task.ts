import type { EngagementRow } from '../engagements/engagement';
import type { ConsoleDataProvider } from '../provider';

const perPage = 100;

/** Everybody who undertook the task and did not step back. */
export async function workersOfTask(provider: ConsoleDataProvider, taskId: number): Promise<number[]> {
  const ids = new Set<number>();
  for (let page = 1, left = true; left; page += 1) {
    const { data, total = 0 } = await provider.getList<EngagementRow>('engagements', {
      pagination: { page, perPage },
      sort: { field: 'id', order: 'ASC' },
      filter: { taskId, state: ['engaged', 'delivered', 'accepted', 'settled'] },
    });
    for (const { workerId } of data) ids.add(workerId);
    left = data.length > 0 && page * perPage < total;
  }
  return [...ids];
}
