import type { Readable } from 'node:stream';
import type { Command, Queryable, Tx } from '@linggong/core';
import { scanBytesMax, scanHeadBytes, scanKindOf, type ScanKind } from '../../domain';
import { noSuchSignedFile, scanKindUnknown, scanTooLarge } from '../problems';
import type { Reader } from '../party';
import type { ESignTools } from '../tools';

export interface SignedFileRow {
  readonly id: bigint;
  readonly sha256: string;
}

/** A file whose bytes lie in the vault; its rows are written when somebody needs it. */
export interface StoredScan {
  readonly sha256: string;
  /** Writes the rows of the file in the caller's transaction. */
  keep(tx: Tx, command: Command): Promise<SignedFileRow>;
}

/**
 * Stores the scan of a paper encrypted while it streams in; nothing is written in clear, and no transaction waits for a slow line.
 * A scan whose rows are never written goes with the vault's orphans.
 * @throws Problem 422 `scan-kind-unknown`, 413 `scan-too-large`, and what the stream ends with
 */
export async function storeScan(
  { vault }: Pick<ESignTools, 'vault'>,
  stream: Readable,
  subject: string,
): Promise<StoredScan> {
  const { kind, chunks } = await headFirst(stream);
  let insertRow: ((tx: Queryable) => Promise<unknown>) | undefined;
  const later: Queryable = {
    // The vault's only statement is the row of the file, after its bytes: it is kept for the transaction to come.
    query: async (sql, values) => {
      insertRow = (tx) => tx.query(sql, values);
      return [];
    },
    maybeOne: async () => undefined,
    one: () => Promise.reject(new Error('a file that is being stored asks nothing')),
  };
  const file = await vault.putFile(later, { kind: 'signed-contract-scan', contentType: kind, subject }, chunks);
  return {
    sha256: file.sha256,
    keep: async (tx, command) => {
      await insertRow?.(tx);
      return insertFile(tx, command, { ...file, kind: 'scan', contentType: kind });
    },
  };
}

/** Looks at the first bytes before anything is stored, and counts while the rest goes by. */
async function headFirst(stream: Readable): Promise<{ kind: ScanKind; chunks: AsyncIterable<Buffer> }> {
  // A stream of an upload yields buffers.
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  while (head.length < scanHeadBytes) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const kind = scanKindOf(head);
  if (kind === undefined) throw scanKindUnknown();
  const chunks = async function* (): AsyncGenerator<Buffer> {
    let size = head.length;
    yield head;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return;
      size += value.length;
      if (size > scanBytesMax) throw scanTooLarge(scanBytesMax);
      yield value;
    }
  };
  return { kind, chunks: chunks() };
}

interface NewSignedFile {
  readonly kind: 'scan' | 'provider';
  readonly id: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly bytes: number;
}

export async function insertFile(
  tx: Tx,
  { actor, at }: Command,
  { kind, id, contentType, sha256, bytes }: NewSignedFile,
): Promise<SignedFileRow> {
  const row = await tx.one<{ id: bigint }>(
    `INSERT INTO e_sign.signed_files (kind, file_id, content_type, sha256, bytes, stored_at, actor_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [kind, id, contentType, sha256, bytes, at, actor.name],
  );
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
 * become signed with it. Whoever has one of the papers must not have the others.
 */
export const isSharedFile = `(
  EXISTS (SELECT 1 FROM e_sign.signer_evidence o WHERE o.file_sha256 = s.file_sha256 AND o.contract_id <> s.contract_id)
  OR EXISTS (
    SELECT 1 FROM e_sign.signed_files g JOIN e_sign.batches b ON b.signed_file = g.id
      JOIN e_sign.batch_members m ON m.batch_id = b.id
    WHERE g.sha256 = s.file_sha256 AND m.contract_id <> s.contract_id))`;

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
