import type { ExportOffer, OwnExport } from '@linggong/access/api';
import { call } from '../provider';

/** What of a list can leave in a file. @throws ProblemError, UnreachableError */
export async function exportOfferOf(list: string): Promise<ExportOffer> {
  const { json } = await call(`/api/v1/list-exports/lists/${encodeURIComponent(list)}`);
  // The shape is the server's own schema.
  return json as ExportOffer;
}

/** One's own export, as it comes over the wire. */
export type OwnFile = Omit<OwnExport, 'askedAt' | 'until'> & { askedAt: string; until: string };

/** One's own exports of the last seven days, the newest first. @throws ProblemError, UnreachableError */
export async function ownExportsOf(signal: AbortSignal): Promise<readonly OwnFile[]> {
  const { json } = await call('/api/v1/list-exports', { signal });
  return (json as { items: OwnFile[] }).items;
}
