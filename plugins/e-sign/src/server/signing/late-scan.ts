import { route, withUploadedFile, type Route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import { streamDigest, type Command, type Tx } from '@linggong/core';
import { paperBytesMax } from '@linggong/vault';
import { evidenceList } from '../../api';
import { contractWithin } from '../contract-access';
import { noSuchContract, scanNotWanted } from '../problems';
import { toolsOf } from '../services';
import { evidenceOf, recordEvidence } from './evidence';
import { storeScan, type StoredScan } from './signed-files';

/**
 * Adds the scan to a signature on paper that was taken in without one. The first evidence stays; another row holds the file.
 * @throws Problem 404, 409 `scan-not-wanted` where the contract is not signed on paper, or has its scan
 */
async function addScan(tx: Tx, command: Command, contractId: number, scan: StoredScan): Promise<void> {
  const row = await tx.maybeOne<{ consent_method: string | null; signed_at: Date | null }>(
    'SELECT consent_method, signed_at FROM public.contracts WHERE id = $1 FOR UPDATE',
    [contractId],
  );
  if (row === undefined) throw noSuchContract();
  const known = await evidenceOf(tx, contractId, 'staff');
  if (row.consent_method !== 'paper' || row.signed_at === null || known.some(({ hasFile }) => hasFile)) {
    throw scanNotWanted();
  }
  const signedFile = await scan.keep(tx, command);
  await recordEvidence(tx, command, [contractId], 'paper', { signedFile, signedAt: row.signed_at });
  await record(tx, command, {
    action: 'contract.add-scan',
    subject: { kind: 'contract', id: contractId },
    after: { sha256: signedFile.sha256 },
  });
}

export const lateScan: Route = route({
  method: 'POST',
  path: '/contracts/:id/scan',
  resource: 'contract-batch',
  action: 'sign',
  summary: { zh: '补交线下签署的扫描件', en: 'File the scan of a paper signature afterwards' },
  params: idParams,
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream, paperBytesMax)),
  answers: { 200: evidenceList },
  remembers: true,
  handle: async ({ strapi, scope, params, command, http, remember }) => {
    const tools = toolsOf(strapi);
    await contractWithin(tools.db, scope, params.id);
    return withUploadedFile(http.request, async ({ stream }) => {
      const scan = await storeScan(tools, stream, `contract:${params.id}`);
      return tools.db.transaction(async (tx) => {
        await addScan(tx, command, params.id, scan);
        const answer = { status: 200 as const, body: { items: await evidenceOf(tx, params.id, 'staff') } };
        await remember(tx, answer, scan.receivedSha256);
        return answer;
      });
    });
  },
});
