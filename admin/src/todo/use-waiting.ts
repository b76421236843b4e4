import { useQuery } from '@tanstack/react-query';
import { call } from '../provider/http';
import type { Me } from '../session/me';
import { kindsOf, type Waiting, type WaitingWire } from './waiting';

export interface WaitingNow {
  waiting: readonly Waiting[];
  /** When the server looked, in milliseconds: clocks are measured against it. */
  atMs: number;
}

/** What waits for the signed-in person; the list, its head on the dashboard and the count of the frame are one question. */
export function useWaiting(me: Me | undefined): WaitingNow | undefined {
  return useQuery({
    queryKey: ['todo', me?.account.identifier],
    queryFn: async ({ signal }) => {
      // The server checks every answer of this address against the schema that this type mirrors.
      const answer = (await call('/api/v1/me/waiting', { signal })).json as WaitingWire;
      return { waiting: kindsOf(answer), atMs: Date.parse(answer.at) };
    },
    enabled: me !== undefined && me.setUp.length === 0,
    retry: false,
    refetchInterval: 60_000,
  }).data;
}
