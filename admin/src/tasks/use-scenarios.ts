import type { ScenariosAnswer } from '@linggong/tasks/api';
import { useQuery } from '@tanstack/react-query';
import { call } from '../provider';

type Scenario = ScenariosAnswer['items'][number];

/**
 * The catalogue of permitted scenarios that holds now, those closed for new tasks among them; empty while it is asked.
 * @param as a worker reads it where he looks for work
 */
export function useScenarios(as: 'task' | 'open-task' = 'task'): readonly Scenario[] {
  return (
    useQuery({
      queryKey: [`${as}-scenarios`],
      // The route answers with the schema `scenariosAnswer`.
      queryFn: async ({ signal }) => (await call(`/api/v1/${as}-scenarios`, { signal })).json as ScenariosAnswer,
      staleTime: 60_000,
    }).data?.items ?? []
  );
}
