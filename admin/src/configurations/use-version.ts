import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ConfigurationRecord, VersionAnswered } from './configuration';
import { versionApi } from './version-api';

/** What shows a version or counts it: its configuration, lists, what waits, totals of dashboards. */
const followers = [
  'configuration',
  'configurations',
  'configuration-versions',
  'todo',
  'total',
  'approval',
  'approvals',
] as const;

function refetchFollowers(client: QueryClient): void {
  for (const name of followers) void client.invalidateQueries({ queryKey: [name] });
}

/** Somebody else approves, the clock turns, a replay ends: what may move by itself is asked again. */
function pollEvery(version: VersionAnswered | undefined): number | false {
  if (version === undefined) return false;
  return ['submitted', 'scheduled'].includes(version.state) || version.waiting.length > 0 ? 15_000 : false;
}

interface Read<T> {
  data: T | undefined;
  error: unknown;
  refresh: () => void;
}

export function useVersion(id: string | number): Read<VersionAnswered> & { put: (version: VersionAnswered) => void } {
  const client = useQueryClient();
  const key = ['configuration-version', String(id)];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => versionApi.version(id, signal),
    refetchInterval: (query) => pollEvery(query.state.data),
  });
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['configuration-version', String(id)] });
    refetchFollowers(client);
  }, [client, id]);
  const put = useCallback(
    (version: VersionAnswered) => {
      client.setQueryData(['configuration-version', String(id)], version);
      refetchFollowers(client);
    },
    [client, id],
  );
  return { data, error: data === undefined ? error : undefined, refresh, put };
}

/** The content of a version that is compared; nothing is asked while it is not known which. */
export function useOtherVersion(id: number | undefined): VersionAnswered | undefined {
  return useQuery({
    queryKey: ['configuration-version', String(id)],
    queryFn: ({ signal }) => versionApi.version(id ?? 0, signal),
    enabled: id !== undefined,
  }).data;
}

export function useConfiguration(id: string | number | undefined): Read<ConfigurationRecord> {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['configuration', String(id)],
    queryFn: ({ signal }) => versionApi.configuration(id ?? 0, signal),
    enabled: id !== undefined,
  });
  const refresh = useCallback(() => {
    refetchFollowers(client);
  }, [client]);
  return { data, error: data === undefined ? error : undefined, refresh };
}
