import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../provider/http';
import { useMe } from '../session/use-me';
import type { News } from './news';

/** The newest lines, or those before one. */
export async function newsBefore(before?: string, signal?: AbortSignal): Promise<News> {
  const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
  // The server checks every answer of this address against the schema that this type mirrors.
  return (await call(`/api/v1/me/news${query}`, signal === undefined ? {} : { signal })).json as News;
}

/** What came of my things, asked for each minute; undefined while the first answer is on its way. */
export function useNews(): News | undefined {
  const me = useMe();
  return useQuery({
    queryKey: ['news', me?.account.identifier],
    queryFn: ({ signal }) => newsBefore(undefined, signal),
    enabled: me !== undefined && me.setUp.length === 0,
    retry: false,
    refetchInterval: 60_000,
  }).data;
}

/** Says that all up to the newest line is read. */
export function useReadAll(): (upTo: string) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (upTo) => {
      await call('/api/v1/me/news/seen', { method: 'POST', body: { upTo } });
      await client.invalidateQueries({ queryKey: ['news'] });
    },
    [client],
  );
}
