import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { ownBytes } from '@linggong/vault';
import type { ESignTools } from '../tools';
import type { SealCertificate } from './certificate-rows';
import type { SealedPaper } from './seal-paper';

export interface Sealed {
  readonly contractId: number;
  readonly paper: SealedPaper;
}

const update = `
  UPDATE e_sign.documents d SET state = 'sealed', sealed_at = $1, certificate_id = $2, file_id = g.file_id,
    file_hash = g.file_hash, signature_hash = g.signature_hash, bytes = g.bytes, pages = g.pages, level = g.level,
    attempts = d.attempts + 1, tried_at = $1, fault = NULL
  FROM unnest($3::int[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::int[], $9::text[])
    AS g(contract_id, file_id, file_hash, signature_hash, bytes, pages, level)
  WHERE d.contract_id = g.contract_id AND d.state = 'rendered' RETURNING d.contract_id`;

/**
 * Keeps sealed documents: bytes encrypted in the vault, then their rows, an audit entry and an event, in one transaction.
 * @throws Error where one of them was sealed meanwhile: all are rolled back, and the files are taken away as orphans
 */
export async function storeSealed(
  tools: ESignTools,
  command: Command,
  certificate: SealCertificate,
  sealed: readonly Sealed[],
): Promise<void> {
  if (sealed.length === 0) return;
  await tools.db.transaction(async (tx) => {
    const files: string[] = [];
    for (const { contractId, paper } of sealed) {
      const about = { kind: 'contract-document', contentType: 'application/pdf', subject: `contract:${contractId}` };
      files.push((await tools.vault.putFile(tx, about, ownBytes(paper.bytes))).id);
    }
    const rows = await tx.query(update, [
      command.at,
      certificate.id,
      sealed.map(({ contractId }) => contractId),
      files,
      sealed.map(({ paper }) => paper.fileSha256),
      sealed.map(({ paper }) => paper.signatureSha256),
      sealed.map(({ paper }) => paper.bytes.length),
      sealed.map(({ paper }) => paper.pages),
      sealed.map(({ paper }) => paper.level),
    ]);
    if (rows.length !== sealed.length) throw new Error('a document was sealed by somebody else meanwhile');
    await tell(tools, tx, command, sealed);
  });
}

async function tell(tools: ESignTools, tx: Tx, command: Command, sealed: readonly Sealed[]): Promise<void> {
  const contractIds = sealed.map(({ contractId }) => contractId);
  const states = { before: { state: 'rendered' }, after: { state: 'sealed' } };
  await record(
    tx,
    command,
    contractIds.map((id) => ({ action: 'contract-document.seal', subject: { kind: 'contract', id }, ...states })),
  );
  const event = { type: 'e-sign.document.sealed', key: `contract-${contractIds[0]}`, payload: { contractIds } };
  await tools.jobs.emitAll(tx, [event], command);
}
