import type { BatchDetail, BatchProgress } from '@linggong/settlement/api';
import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { besideLiveMs, useLive } from '../live/use-live';
import { batchApi, type LineWish } from './batch-api';
import { isRecheck } from './batch-steps';
import { changesOf, pollEvery, stampOf, withProgress } from './batch-stamp';

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

/**
 * The batch of the page. The server tells how far it is as it moves; what else has changed with its state, counts or quote is read then.
 * Where that line is cut, the page asks by itself while the batch moves or another person may move it.
 */
export function useBatch(id: string): { batch: BatchDetail | undefined; error: unknown; refresh: () => void } {
  const client = useQueryClient();
  const isLive = useBatchProgress(id);
  const { data, error } = useQuery({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => batchApi.read(id, signal),
    refetchInterval: (query) => (isLive ? besideLiveMs : pollEvery(query.state.data?.state)),
  });
  useFollowers(data);
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['batch', id] });
    refetchFollowers(client, true);
  }, [client, id]);
  return { batch: data, error: data === undefined ? error : undefined, refresh };
}

/** Writes what the stream tells into the batch that is shown; true while the stream is there. */
function useBatchProgress(id: string): boolean {
  const client = useQueryClient();
  return useLive(batchApi.events(id), (told) => {
    const shown = client.getQueryData<BatchDetail>(['batch', id]);
    if (shown === undefined) return;
    // The events of a batch hold its progress by the schema that their route parses them with.
    const progress = told as BatchProgress;
    const moved = withProgress(shown, progress);
    if (changesOf(moved) !== changesOf(shown)) void client.invalidateQueries({ queryKey: ['batch', id] });
    else client.setQueryData<BatchDetail>(['batch', id], moved);
  });
}

export function useBlockers(batch: BatchDetail) {
  const id = batch.id.toString();
  return useQuery({
    queryKey: ['batch', id, 'blockers', stampOf(batch)],
    queryFn: ({ signal }) => batchApi.blockers(id, signal),
    placeholderData: (before) => before,
    // The line under the lens is of no group for a moment; its group must not go and come back on the screen.
    enabled: !isRecheck(batch),
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

/**
 * The lines of a group, as far as they were asked for. The stamp is no part of their key: when the batch has moved, all pages in
 * sight are read again in place, so that nobody who corrects row 180 finds himself before row 1. While it is checked they stay.
 */
export function useLines(batch: BatchDetail, wish: LineWish) {
  const id = batch.id.toString();
  const client = useQueryClient();
  const stamp = stampOf(batch);
  const checking = isRecheck(batch);
  const read = useRef(stamp);
  useEffect(() => {
    if (read.current === stamp || checking) return;
    read.current = stamp;
    void client.invalidateQueries({ queryKey: ['lines', id] });
    // What is open in place: its reasons and its tax.
    void client.invalidateQueries({ queryKey: ['line'] });
  }, [client, id, stamp, checking]);
  return useInfiniteQuery({
    queryKey: ['lines', id, wish.state ?? 'all', wish.blocker ?? 'any'],
    staleTime: 0,
    queryFn: ({ pageParam, signal }) => batchApi.lines(id, wish, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function useLine(id: number) {
  return useQuery({ queryKey: ['line', id], queryFn: ({ signal }) => batchApi.line(id, signal), staleTime: 0 });
}
