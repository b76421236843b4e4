import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import type { Admitted, Vault } from '@linggong/vault';
import type { DocumentKind, FileFaultCode } from '../../domain';

/** A file on its way in or out, as its row says. */
export interface NewBankFile {
  readonly channel: string;
  readonly direction: 'out' | 'in';
  readonly kind: 'pain.001' | 'csv' | DocumentKind | 'unknown';
  readonly documentId: string | null;
  readonly messageId: string | null;
  readonly name: string;
  readonly state: 'written' | 'applied' | 'repeated' | 'refused';
  readonly fault: { readonly code: FileFaultCode; readonly where: string } | null;
  readonly lines: number;
  readonly totalFen: Fen | null;
  readonly answers: number;
  readonly way: 'console' | 'folder';
  /** The account that brought it through the console. */
  readonly broughtBy?: number | undefined;
  readonly at: Date;
}

/** A file as it is known by, and what is kept of it. */
export interface BankFileBytes {
  readonly bytes: Buffer;
  readonly content: Admitted;
}

export function sha256Of(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Seals the bytes into the vault and writes the row; gives its number. The caller holds the lock of its channel.
 * @param drawn its number, where rows that name it were written before
 */
export async function keepFile(
  tx: Queryable,
  vault: Pick<Vault, 'putFile'>,
  file: NewBankFile,
  { bytes, content }: BankFileBytes,
  contentType: string,
  drawn?: number,
): Promise<number> {
  const sealed = await vault.putFile(
    tx,
    { kind: 'bank-file', contentType, subject: `bank-file:${file.channel}:${file.direction}` },
    content,
  );
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO channels.bank_files (id, channel, direction, kind, document_id, message_id, name, sha256, bytes, vault_file, state,
       fault_code, fault_where, lines, total_fen, answers, way, at, brought_by)
     VALUES (coalesce($18::int, nextval('channels.bank_files_id_seq')), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $19) RETURNING id`,
    [
      file.channel,
      file.direction,
      file.kind,
      file.documentId,
      file.messageId,
      file.name,
      sha256Of(bytes),
      bytes.length,
      sealed.id,
      file.state,
      file.fault?.code ?? null,
      file.fault?.where ?? null,
      file.lines,
      file.totalFen,
      file.answers,
      file.way,
      file.at,
      drawn ?? null,
      file.broughtBy ?? null,
    ],
  );
  return id;
}

/** The row of a file that came or left before with the very same bytes. */
export function sameFile(
  db: Queryable,
  channel: string,
  direction: 'out' | 'in',
  bytes: Buffer,
): Promise<{ id: number } | undefined> {
  return db.maybeOne<{ id: number }>(
    'SELECT id FROM channels.bank_files WHERE channel = $1 AND direction = $2 AND sha256 = $3',
    [channel, direction, sha256Of(bytes)],
  );
}

/** One writer a channel: answers get their numbers in the order in which they become visible, and no file is read twice at once. */
export async function lockChannel(tx: Queryable, channel: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`channels.bank-file:${channel}`]);
}
