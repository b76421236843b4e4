import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileKindOf, type FileKind } from '../../domain';
import { gatedPaper, type Admitted } from './admitted';
import { fileKindUnknown, fileTooLarge, pdfRefused } from './intake-problems';
import { pdfFault } from './pdf-fault';
import { redraw } from './picture';
import { withPlace } from './places';

/** Largest paper that is taken in: a bundle of pages at 200 dots an inch. */
export const paperBytesMax = 20 * 1_048_576;

export interface ReceivedFile {
  /** What is kept: a PDF as it came, since its signatures must hold; a picture drawn anew. */
  readonly bytes: Buffer;
  /** The same, for the vault. */
  readonly content: Admitted;
  readonly contentType: FileKind;
  /** SHA-256 (hex) of what was sent, whatever is kept of it: one paper sent in twice is known by it. */
  readonly receivedSha256: string;
}

/**
 * The gate (收件关) for every paper that a person sends in: its kind by its bytes, its size, pictures drawn anew without what
 * came beside their pixels, PDFs without anything that runs, opens or carries (GB/T 22239-2019 8.1.4.5).
 * @throws Problem 422 `file-kind-unknown`, `picture-broken` or `pdf-…`; 413 `file-too-large` or `picture-too-large`; 503
 *   `intake-busy`; and what the stream ends with
 */
export function receiveFile(stream: Readable, bytesMax = paperBytesMax): Promise<ReceivedFile> {
  return withPlace(async () => {
    const received = await collect(stream, bytesMax);
    const contentType = fileKindOf(received);
    if (contentType === undefined) throw fileKindUnknown();
    const receivedSha256 = createHash('sha256').update(received).digest('hex');
    const bytes = await cleared(received, contentType);
    return { bytes, content: gatedPaper(bytes), contentType, receivedSha256 };
  });
}

const KIND_BYTES = 8;

/** The kind is told as soon as it can be: a film of a gigabyte is refused at its first bytes. */
async function collect(stream: Readable, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let known = false;
  // A stream of an upload yields buffers.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > bytesMax) throw fileTooLarge(bytesMax);
    if (!known && size >= KIND_BYTES) {
      if (fileKindOf(Buffer.concat(chunks)) === undefined) throw fileKindUnknown();
      known = true;
    }
  }
  return Buffer.concat(chunks);
}

async function cleared(bytes: Buffer, kind: FileKind): Promise<Buffer> {
  if (kind !== 'application/pdf') return redraw(bytes, kind === 'image/jpeg' ? 'jpeg' : 'png');
  const fault = pdfFault(bytes);
  if (fault !== undefined) throw pdfRefused(fault);
  return bytes;
}
