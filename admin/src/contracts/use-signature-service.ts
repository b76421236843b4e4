import type { ServiceAnswer } from '@linggong/e-sign/api';
import { useQuery } from '@tanstack/react-query';
import { call } from '../provider/http';

/** The e-signature service that requests go to: its name, null where none is configured, undefined while not known. */
export function useSignatureService(wanted: boolean): string | null | undefined {
  return useQuery({
    queryKey: ['signature-service'],
    // The route answers with the schema `serviceAnswer`.
    queryFn: async ({ signal }) =>
      ((await call('/api/v1/signature-service', { signal })).json as ServiceAnswer).provider,
    staleTime: 300_000,
    enabled: wanted,
  }).data;
}
