import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Queryable } from '@linggong/core';
import type { FileAnswer } from '../../api';
import { sealCertificates } from '../seal/certificate-rows';
import { isSignedOriginal, publicDocumentBy } from './public-document';
import { documentBytesMax, notPdf, tooLarge } from './verification-problems';
import { verifySeal } from './verify-seal';

/**
 * Reads an uploaded PDF into memory; nothing of it is stored.
 * @throws Problem `not-a-pdf` at its first bytes, `document-too-large` as soon as it is
 */
export async function readPdf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // A stream without an encoding gives buffers.
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes > documentBytesMax) throw tooLarge();
    if (bytes >= 5 && !startsAsPdf(parts)) throw notPdf();
  }
  if (bytes < 5) throw notPdf();
  return Buffer.concat(parts);
}

function startsAsPdf(parts: readonly Buffer[]): boolean {
  const [first] = parts;
  const start = first !== undefined && first.length >= 5 ? first : Buffer.concat(parts);
  return start.toString('latin1', 0, 5) === '%PDF-';
}

/**
 * Is it ours, and as it was sealed, or as a service signed it? The register decides: only a file whose digest was written down is good.
 * Where it is not there, its signature tells what became of it.
 */
export async function verifyFile(db: Queryable, bytes: Buffer, at: Date): Promise<FileAnswer> {
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  if (await isSignedOriginal(db, fileSha256)) {
    const document = (await publicDocumentBy(db, 'original', fileSha256, at)) ?? null;
    return { verdict: 'signed-at-service', fileSha256, timeStamp: null, document };
  }
  const known = new Set((await sealCertificates(db)).map(({ fingerprint }) => fingerprint));
  const check = verifySeal(bytes, known);
  const registered = await publicDocumentBy(db, 'file', fileSha256, at);
  if (registered !== undefined) {
    // A name of an authority in a file that is not intact is anybody's writing.
    const timeStamp = check.verdict === 'intact' ? (check.timeStamp ?? null) : null;
    return { verdict: check.verdict, fileSha256, timeStamp, document: registered };
  }
  const { signatureSha256 } = check;
  const document =
    signatureSha256 === undefined ? undefined : await publicDocumentBy(db, 'signature', signatureSha256, at);
  const verdict = check.verdict === 'intact' ? 'unregistered' : check.verdict;
  return { verdict, fileSha256, timeStamp: null, document: document ?? null };
}
