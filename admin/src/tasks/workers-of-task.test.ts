import type { ConsoleDataProvider } from '../provider';
import { workersOfTask } from './workers-of-task';

describe('the workers of a task', () => {
  it('reads every page and counts nobody twice', async () => {
    const all = Array.from({ length: 230 }, (_, index) => ({ id: index, workerId: index % 200 }));
    const asked: unknown[] = [];
    const provider = {
      getList: (
        _resource: string,
        { pagination, filter }: { pagination: { page: number; perPage: number }; filter: unknown },
      ) => {
        asked.push(filter);
        const from = (pagination.page - 1) * pagination.perPage;
        return Promise.resolve({ data: all.slice(from, from + pagination.perPage), total: all.length });
      },
    } as unknown as ConsoleDataProvider;
    expect(await workersOfTask(provider, 7)).toHaveLength(200);
    expect(asked).toHaveLength(3);
    expect(asked[0]).toEqual({ taskId: 7, state: ['engaged', 'delivered', 'accepted', 'settled'] });
  });
});
