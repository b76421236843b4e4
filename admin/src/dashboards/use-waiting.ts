import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import { todosOf } from './todos';
import { loadWaiting, type Waiting } from './waiting';

export interface WaitingNow {
  waiting: readonly Waiting[];
  /** When it was asked, in milliseconds: clocks are measured against it. */
  atMs: number;
}

/** What waits for the signed-in person; the list, its head on the dashboard and the count of the frame are one question. */
export function useWaiting(me: Me | undefined): WaitingNow | undefined {
  const provider = useDataProvider<ConsoleDataProvider>();
  return useQuery({
    queryKey: ['todo', me?.account.identifier],
    queryFn: async ({ signal }) => {
      const todos =
        me === undefined ? [] : todosOf(me.account.role).filter(({ resource }) => may(me, resource, 'list'));
      return { waiting: await loadWaiting(provider, todos, signal), atMs: Date.now() };
    },
    enabled: me !== undefined && todosOf(me.account.role).length > 0,
    retry: false,
    refetchInterval: 60_000,
  }).data;
}
