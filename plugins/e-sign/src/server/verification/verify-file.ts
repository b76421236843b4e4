import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Queryable } from '@linggong/core';
import type { FileAnswer } from '../../api';
import { readSlip } from '../documents/slips/slip-mark';
import { sealCertificates } from '../seal/certificate-rows';
import { isSignedOriginal, publicDocumentBy } from './public-document';
import { documentBytesMax, notPdf, tooLarge } from './verification-problems';
import { verifySeal, type SealCheck } from './verify-seal';

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
 * Is it ours, and as it was sealed, or as a service signed it? The register decides of contracts: only a file whose digest was written down is good.
 * Where it is not there, its signature tells what became of it. Receipts and statements are made anew at each download and are in no register: a whole
 * seal of ours around one is all there is to prove.
 */
export async function verifyFile(db: Queryable, bytes: Buffer, at: Date): Promise<FileAnswer> {
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  if (await isSignedOriginal(db, fileSha256)) {
    const document = (await publicDocumentBy(db, 'original', fileSha256, at)) ?? null;
    return { verdict: 'signed-at-service', fileSha256, timeStamp: null, document, slip: null };
  }
  const known = new Set((await sealCertificates(db)).map(({ fingerprint }) => fingerprint));
  const check = verifySeal(bytes, known);
  // A name of an authority in a file that is not intact is anybody's writing.
  const timeStamp = check.verdict === 'intact' ? (check.timeStamp ?? null) : null;
  const document = await publicDocumentBy(db, 'file', fileSha256, at);
  if (document !== undefined) return { verdict: check.verdict, fileSha256, timeStamp, document, slip: null };
  return { fileSha256, timeStamp: null, ...(await outsideRegister(db, bytes, check, at)) };
}

/** A file that is in no register: what its seal says of it, and which contract it once was. */
async function outsideRegister(
  db: Queryable,
  bytes: Buffer,
  { verdict, signatureSha256, timeStamp }: SealCheck,
  at: Date,
): Promise<Omit<FileAnswer, 'fileSha256' | 'timeStamp'> & Partial<FileAnswer>> {
  const document =
    (signatureSha256 === undefined ? undefined : await publicDocumentBy(db, 'signature', signatureSha256, at)) ?? null;
  if (verdict !== 'intact') return { verdict, document, slip: null };
  const slip = document === null ? readSlip(bytes) : undefined;
  if (slip === undefined) return { verdict: 'unregistered', document, slip: null };
  return { verdict: 'issued', document, slip, timeStamp: timeStamp ?? null };
}
