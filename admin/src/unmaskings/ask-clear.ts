import type { UnmaskAnswer } from '@linggong/vault/api';
import { call, isRecord } from '../provider';
import type { Sensitive } from './lasting';

/**
 * Asks for a value in clear; what waits for a second person answers with the request. It goes past react-admin and its query cache, so
 * that the value stands in no place but that of the component which shows it.
 * @throws ProblemError, UnreachableError
 */
export async function askClear(
  { kind, id, field }: Sensitive,
  reason: string,
  approval?: string,
): Promise<UnmaskAnswer | { asked: unknown }> {
  const { json } = await call('/api/v1/sensitive-fields/unmask', {
    method: 'POST',
    body: { subject: { kind, id }, field, reason },
    headers: approval === undefined ? {} : { Approval: approval },
  });
  if (!isRecord(json) || typeof json['clear'] !== 'string' || typeof json['until'] !== 'string') return { asked: json };
  return { clear: json['clear'], until: json['until'] };
}
