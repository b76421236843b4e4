import type { BatchDetail, BatchState } from '@linggong/settlement/api';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { batchApi, type LineWish } from './batch-api';

/** States in which the platform works on the batch by itself: the page asks again and again. */
const moving: ReadonlySet<BatchState> = new Set(['uploaded', 'checking', 'released', 'paying']);

/** The batch of the page; asked every 1.5 s while it moves, every 30 s while somebody else may act on it. */
export function useBatch(id: string): { batch: BatchDetail | undefined; error: unknown; refresh: () => void } {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => batchApi.read(id, signal),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      if (state === undefined || state === 'completed' || state === 'cancelled') return false;
      return moving.has(state) ? 1500 : 30_000;
    },
  });
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['batch', id] });
  }, [client, id]);
  return { batch: data, error: data === undefined ? error : undefined, refresh };
}

/** Everything below the batch is asked anew when its state, quote or counts change: `stamp` is part of the key. */
export function stampOf({ state, quoteVersion, counts }: BatchDetail): string {
  return [state, quoteVersion, counts.ready, counts.blocked, counts.held, counts.excluded].join('-');
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
