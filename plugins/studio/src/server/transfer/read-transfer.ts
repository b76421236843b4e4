import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { transferFile, type TransferItem } from '../../api';
import { isPlainJson, transferBytesMax } from '../../domain';
import { signerOf } from './sign-transfer';
import { fileTooLarge, namedTwice, noTransfer } from './transfer-problems';

/** A file whose signature fits. */
export interface ReadTransfer {
  readonly sha256: string;
  readonly fingerprint: string;
  readonly exportedAt: string;
  readonly items: readonly TransferItem[];
}

/**
 * Reads a file of configurations: its size, its form, its signature.
 * @throws Problem 413 `transfer-too-large`; 422 `transfer-unreadable`, `transfer-tampered`, `transfer-repeated`
 */
export async function readTransfer(stream: Readable): Promise<ReadTransfer> {
  const bytes = await bytesOf(stream);
  const document = parsed(bytes);
  const read = transferFile.safeParse(document);
  if (!read.success) throw noTransfer(read.error.issues[0]?.path.slice(0, 6).map(String).join('.').slice(0, 120));
  const fingerprint = signerOf(document, read.data.signature);
  const known = new Set<string>();
  for (const { kind, key } of read.data.configurations) {
    if (known.has(`${kind} ${key}`)) throw namedTwice(key);
    known.add(`${kind} ${key}`);
  }
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fingerprint,
    exportedAt: read.data.exportedAt,
    items: read.data.configurations,
  };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    // An upload streams in bytes.
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > transferBytesMax) throw fileTooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function parsed(bytes: Buffer): object {
  try {
    const document: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof document === 'object' && document !== null && isPlainJson(document)) return document;
  } catch {
    // told below; nothing of the text is quoted
  }
  throw noTransfer();
}
