import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readMe, type Me } from './me';
import { isHidden, may, seesQueue } from './rights';

/** The signed-in person; undefined while the answer is on its way. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity, retry: false }).data;
}

/** A question for buttons and navigation: may I do this? No while unknown. */
export function useMay(): (resource: string, action: string) => boolean {
  const me = useMe();
  return useCallback((resource, action) => me !== undefined && may(me, resource, action), [me]);
}

/** A question for columns and facts: does my role see this field? Yes while unknown, since an answer leaves it out anyway. */
export function useSees(): (resource: string, field: string) => boolean {
  const me = useMe();
  return useCallback((resource, field) => me === undefined || !isHidden(me, resource, field), [me]);
}

/** A question for lists and links: do I see of this only what waits for me, and what I decided? */
export function useSeesQueue(): (resource: string) => boolean {
  const me = useMe();
  return useCallback((resource) => me !== undefined && seesQueue(me, resource), [me]);
}
