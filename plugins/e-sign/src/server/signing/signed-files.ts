import type { Readable } from 'node:stream';
import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { receiveFile, rowForLater } from '@linggong/vault';
import { noSuchSignedFile } from '../problems';
import type { Reader } from '../party';
import type { ESignTools } from '../tools';

export interface SignedFileRow {
  readonly id: bigint;
  readonly sha256: string;
}

/** A file whose bytes lie in the vault; its rows are written when somebody needs it. */
export interface StoredScan {
  /** Of the bytes that were sent, which the gate may have drawn anew: what an upload is known by. */
  readonly receivedSha256: string;
  /** Writes the rows of the file in the caller's transaction. */
  keep(tx: Tx, command: Command): Promise<SignedFileRow>;
}

/**
 * Takes the scan of a paper through the vault's gate and stores it encrypted; nothing is written in clear, and no transaction
 * waits for a slow line. A scan whose rows are never written goes with the vault's orphans.
 * @throws Problem what `receiveFile` throws
 */
export async function storeScan(
  { vault }: Pick<ESignTools, 'vault'>,
  stream: Readable,
  subject: string,
): Promise<StoredScan> {
  const { content, contentType, receivedSha256 } = await receiveFile(stream);
  const { later, keep } = rowForLater();
  const file = await vault.putFile(later, { kind: 'signed-contract-scan', contentType, subject }, content);
  return {
    receivedSha256,
    keep: async (tx, command) => {
      await keep(tx);
      return insertFile(tx, command, { ...file, kind: 'scan', contentType, receivedSha256 });
    },
  };
}

interface NewSignedFile {
  readonly kind: 'scan' | 'provider';
  readonly id: string;
  readonly contentType: string;
  readonly sha256: string;
  /** Of what was sent, where that may be other bytes than what is kept. */
  readonly receivedSha256?: string;
  readonly bytes: number;
}

export async function insertFile(
  tx: Tx,
  command: Command,
  { kind, id, contentType, sha256, receivedSha256, bytes }: NewSignedFile,
): Promise<SignedFileRow> {
  const { actor, at } = command;
  const row = await tx.one<{ id: bigint }>(
    `INSERT INTO e_sign.signed_files (kind, file_id, content_type, sha256, received_sha256, bytes, stored_at, actor_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [kind, id, contentType, sha256, receivedSha256 ?? sha256, bytes, at, actor.name],
  );
  await record(tx, command, {
    action: 'signed-file.keep',
    subject: { kind: 'signed-file', id: row.id },
    after: { origin: kind, sha256, bytes },
  });
  return { id: row.id, sha256 };
}

export interface KeptFile {
  readonly fileId: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly number: string;
}

/**
 * SQL: the file of the evidence `s` shows other contracts too, by the same bytes, or because it was sent in for them and they did not
 * become signed with it. Whoever has one of the papers must not have the others. The bytes are those that were sent: a picture that
 * is drawn anew by another version of the library is other bytes, and the same paper.
 */
export const isSharedFile = `EXISTS (
  SELECT 1 FROM e_sign.signed_files mine JOIN e_sign.signed_files g
    ON coalesce(g.received_sha256, g.sha256) = coalesce(mine.received_sha256, mine.sha256)
  WHERE mine.id = s.signed_file AND (
    EXISTS (SELECT 1 FROM e_sign.signer_evidence o WHERE o.signed_file = g.id AND o.contract_id <> s.contract_id)
    OR EXISTS (
      SELECT 1 FROM e_sign.batches b JOIN e_sign.batch_members m ON m.batch_id = b.id
      WHERE b.signed_file = g.id AND m.contract_id <> s.contract_id)))`;

/**
 * The newest signed file or scan of a contract; for a party of it only where no other contract is in it.
 * @throws Problem `not-found`
 */
export async function signedFileOf(db: Queryable, contractId: number, reader: Reader): Promise<KeptFile> {
  const alone = reader === 'party' ? `AND NOT ${isSharedFile}` : '';
  const row = await db.maybeOne<KeptFile>(
    `SELECT f.file_id AS "fileId", f.content_type AS "contentType", f.sha256, c.number
     FROM e_sign.signer_evidence s JOIN e_sign.signed_files f ON f.id = s.signed_file
     JOIN public.contracts c ON c.id = s.contract_id WHERE s.contract_id = $1 ${alone} ORDER BY s.id DESC LIMIT 1`,
    [contractId],
  );
  if (row === undefined) throw noSuchSignedFile();
  return row;
}
