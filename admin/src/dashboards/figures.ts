import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../provider';

const EVERY_MS = 60_000;

/**
 * The figures of a board in one request, asked for again each minute. `Answer` is the wire form of what the route of that path answers.
 * @param watched each look is written down, as the regulator's are: asked for once
 */
export function useFigures<Answer>(path: string, watched = false): UseQueryResult<Answer> {
  return useQuery({
    queryKey: ['figures', path],
    // The routes of figures answer with the schemas of the settlement plugin's `api`.
    queryFn: async ({ signal }) => (await call(`/api/v1/figures/${path}`, { signal })).json as Answer,
    retry: false,
    ...(watched ? { staleTime: Infinity } : { refetchInterval: EVERY_MS }),
  });
}
