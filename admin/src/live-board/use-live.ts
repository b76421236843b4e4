import type { LiveFigures } from '@linggong/settlement/api';
import { useQuery } from '@tanstack/react-query';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import { useMe } from '../session/use-me';

export type Live = Wire<LiveFigures>;

/** Every few seconds; each look of the regulator is an entry in the log, so he looks once a minute. */
const USUAL_MS = 10_000;
const WATCHED_MS = 60_000;

export interface LiveAnswer {
  readonly data: Live | undefined;
  readonly error: Error | null;
  /** The last look got no answer: what is shown is older than it should be. */
  readonly isCutOff: boolean;
}

/** The figures of the big screen, asked for again and again while it is open, also where nobody touches it. */
export function useLive(): LiveAnswer {
  const role = useMe()?.account.role;
  const { data, error, failureCount } = useQuery({
    queryKey: ['live-board'],
    queryFn: async ({ signal }) => {
      const { json } = await call('/api/v1/figures/live', { signal });
      // The route answers with the schema `liveFigures`.
      return json as Live;
    },
    refetchInterval: role === 'regulator' ? WATCHED_MS : USUAL_MS,
    refetchIntervalInBackground: true,
    retry: false,
    enabled: role !== undefined,
  });
  return { data, error, isCutOff: error !== null || failureCount > 0 };
}
