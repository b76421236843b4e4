import { call, callForFile, isRecord } from '../provider';

/**
 * Asks for a file of a contract, or takes it: its party at once, staff with the approval of a second person; what is only asked for
 * answers with the request.
 * @throws ProblemError, UnreachableError
 */
export async function takePaper(
  { id, file }: { readonly id: number | string; readonly file: 'document' | 'signed-file' },
  reason: string | undefined,
  approval?: string,
): Promise<{ name: string | undefined; blob: Blob } | { asked: unknown }> {
  const headers = approval === undefined ? {} : { Approval: approval };
  const body = reason === undefined ? {} : { reason };
  const { json } = await call(`/api/v1/contracts/${id.toString()}/${file}`, { method: 'POST', body, headers });
  if (!isRecord(json) || typeof json['url'] !== 'string') return { asked: json };
  return callForFile(json['url']);
}
