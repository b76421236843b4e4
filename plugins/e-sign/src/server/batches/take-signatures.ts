import { createHash } from 'node:crypto';
import { route, withUploadedFile, type Route, type UploadedFile } from '@linggong/access';
import { streamDigest, type Command, type Tx } from '@linggong/core';
import { paperBytesMax } from '@linggong/vault';
import { batchPlaced, scannedContracts, scannedContractsMax, signaturesForm } from '../../api';
import { contractIdsBroken } from '../problems';
import { toolsOf } from '../services';
import { storeScan } from '../signing/signed-files';
import type { ESignTools } from '../tools';
import { placeBatch } from './run-batch';

const fields = ['contractIds'] as const;

/** @throws Problem 400 `contract-ids-invalid` */
function idsOf({ fields: sent }: UploadedFile): number[] {
  let value: unknown;
  try {
    value = JSON.parse(sent.get('contractIds') ?? '');
  } catch {
    throw contractIdsBroken(scannedContractsMax);
  }
  const parsed = scannedContracts.safeParse(value);
  if (!parsed.success) throw contractIdsBroken(scannedContractsMax);
  return parsed.data;
}

/** What an upload means: which contracts, and which bytes. */
const digestOf = (ids: readonly number[], fileSha256: string): string =>
  createHash('sha256')
    .update(JSON.stringify([ids, fileSha256]))
    .digest('hex');

type Placed = { batchId: number; jobId: string };

/** The scan goes into the vault as it comes; then the batch is placed, and both exist or neither. */
async function receive(
  tools: ESignTools,
  command: Command,
  file: UploadedFile,
  remember: (tx: Tx, placed: Placed, digest: string) => Promise<void>,
): Promise<Placed> {
  const contractIds = idsOf(file);
  const scan = await storeScan(tools, file.stream, `contracts:${contractIds[0]}`);
  return tools.db.transaction(async (tx) => {
    const { id: signedFile } = await scan.keep(tx, command);
    const placed = await placeBatch(tools, tx, command, { act: 'sign', method: 'paper', contractIds, signedFile });
    await remember(tx, placed, digestOf(contractIds, scan.receivedSha256));
    return placed;
  });
}

export const takeSignatures: Route = route({
  method: 'POST',
  path: '/contracts/signatures',
  resource: 'contract-batch',
  action: 'sign',
  summary: { zh: '登记线下签署并上传扫描件', en: 'Take in signatures given on paper, with their scan' },
  description: {
    zh: 'multipart 的 contractIds（JSON列表，在 file 之前）与 file：已签纸质合同的扫描件，PDF、JPEG或PNG，最大20 MB，加密保存。',
    en: 'Multipart `contractIds` (JSON list, before `file`) and `file`: the scan of the signed papers, PDF, JPEG or PNG, at most 20 MB; stored encrypted.',
  },
  upload: ['multipart/form-data'],
  uploadBodies: { 'multipart/form-data': signaturesForm },
  digest: (request) =>
    withUploadedFile(
      request,
      async (file) => digestOf(idsOf(file), await streamDigest(file.stream, paperBytesMax)),
      fields,
    ),
  answers: { 202: batchPlaced },
  remembers: true,
  handle: async ({ strapi, command, http, remember }) => {
    const answerOf = (body: Placed) => ({ status: 202 as const, body });
    const placed = await withUploadedFile(
      http.request,
      (file) => receive(toolsOf(strapi), command, file, (tx, body, digest) => remember(tx, answerOf(body), digest)),
      fields,
    );
    return answerOf(placed);
  },
});
