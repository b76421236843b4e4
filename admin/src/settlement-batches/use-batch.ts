import type { BatchDetail } from '@linggong/settlement/api';
import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { batchApi, type LineWish } from './batch-api';
import { changesOf, pollEvery, stampOf } from './batch-stamp';

/** What moves with a batch although it stands elsewhere in the cache: its orders, lists, counts of what waits, running jobs. */
const followers = ['orders', 'settlement-batches', 'todo', 'total', 'jobs'] as const;

function refetchFollowers(client: QueryClient, cancelRefetch: boolean): void {
  for (const name of followers) void client.invalidateQueries({ queryKey: [name] }, { cancelRefetch });
}

/** Rows that were read before the batch moved must not stand below a header that has moved. */
function useFollowers(batch: BatchDetail | undefined): void {
  const client = useQueryClient();
  const changes = batch === undefined ? undefined : changesOf(batch);
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (changes === undefined) return;
    // What is asked by the page that just opens is new already.
    refetchFollowers(client, seen.current !== undefined);
    seen.current = changes;
  }, [client, changes]);
}

/** The batch of the page; asked again while it moves by itself or another person may move it. */
export function useBatch(id: string): { batch: BatchDetail | undefined; error: unknown; refresh: () => void } {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => batchApi.read(id, signal),
    refetchInterval: (query) => pollEvery(query.state.data?.state),
  });
  useFollowers(data);
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['batch', id] });
    refetchFollowers(client, true);
  }, [client, id]);
  return { batch: data, error: data === undefined ? error : undefined, refresh };
}

export function useBlockers(batch: BatchDetail) {
  const id = batch.id.toString();
  return useQuery({
    queryKey: ['batch', id, 'blockers', stampOf(batch)],
    queryFn: ({ signal }) => batchApi.blockers(id, signal),
    placeholderData: (before) => before,
  });
}

export function useTimeline(batch: BatchDetail) {
  const id = batch.id.toString();
  return useQuery({
    queryKey: ['batch', id, 'timeline', stampOf(batch)],
    queryFn: ({ signal }) => batchApi.timeline(id, signal),
    placeholderData: (before) => before,
  });
}

export function useLines(batch: BatchDetail, wish: LineWish) {
  const id = batch.id.toString();
  return useInfiniteQuery({
    queryKey: ['batch', id, 'lines', wish.state ?? 'all', wish.blocker ?? 'any', stampOf(batch)],
    queryFn: ({ pageParam, signal }) => batchApi.lines(id, wish, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // While the batch is checked again its lines stay in sight.
    placeholderData: (before) => before,
  });
}

export function useLine(id: number) {
  return useQuery({ queryKey: ['line', id], queryFn: ({ signal }) => batchApi.line(id, signal), staleTime: 0 });
}
