import type { EngagementState } from '@linggong/tasks/domain';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { EngagementRow } from '../engagements/engagement';
import type { ConsoleDataProvider } from '../provider';

/** More than anybody has under way at once. */
const ownMax = 100;

/** The tasks that the reader has applied for or works on, and how that stands. */
export function useOwnStates(): ReadonlyMap<number, EngagementState> {
  const provider = useDataProvider<ConsoleDataProvider>();
  const { data } = useQuery({
    queryKey: ['engagements', 'own-states'],
    queryFn: async ({ signal }) => {
      const { data: rows } = await provider.getList<EngagementRow>('engagements', {
        pagination: { page: 1, perPage: ownMax },
        sort: { field: 'id', order: 'DESC' },
        filter: { state: ['applied', 'engaged', 'delivered', 'accepted'] },
        signal,
      });
      return new Map(rows.map(({ taskId, state }) => [taskId, state]));
    },
  });
  return data ?? new Map<number, EngagementState>();
}
