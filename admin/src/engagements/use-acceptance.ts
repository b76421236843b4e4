import { useQuery } from '@tanstack/react-query';
import { call } from '../provider';
import type { Review } from '../reviews/review';

/** The criteria that delivered work is accepted by (交付验收标准); absent until they are here, and where none are wanted. */
export function useAcceptance(isWanted: boolean): Review | undefined {
  return useQuery({
    queryKey: ['engagement-criteria'],
    // The route answers with the schema `reviewAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/engagement-criteria', { signal })).json as Review,
    enabled: isWanted,
    staleTime: 60_000,
  }).data;
}
