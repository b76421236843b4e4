import { fileKindOf } from '../../domain';
import { fileKindUnknown } from './intake-problems';
import { pdfFault, type PdfFault } from './pdf-fault';

declare const gate: unique symbol;

/** Whence the bytes of a private file are, and so what was looked at before they are kept. */
export type FileOrigin = 'own' | 'paper' | 'sheet' | 'text' | 'service-pdf';

/**
 * Bytes that may be kept: the vault stores nothing else, and only the functions of this folder make one. Whoever brings in a file of a new
 * kind has to come by one of them, or the compiler stops him (R9.3).
 */
export interface Admitted {
  readonly [gate]: FileOrigin;
  readonly chunks: AsyncIterable<Buffer>;
}

const admit = (chunks: AsyncIterable<Buffer>): Admitted => ({ chunks }) as Admitted;

/** What the platform wrote itself: sealed contracts, payment files, keys, copies, archives. Nothing that came from outside. */
export function ownBytes(content: Uint8Array | AsyncIterable<Buffer>): Admitted {
  return admit(content instanceof Uint8Array ? inOne(content) : content);
}

/** What the gate of papers took in. */
export function gatedPaper(bytes: Buffer): Admitted {
  return admit(inOne(bytes));
}

export type ServicePdf =
  | { readonly ok: true; readonly content: Admitted }
  | { readonly ok: false; readonly fault: PdfFault | 'kind' | 'size' };

/** Largest PDF that is taken from a service. */
const SERVICE_PDF_BYTES_MAX = 20 * 1_048_576;

/** A PDF that a service of ours gives back, such as a signed contract: looked at like one that a person sends in. */
export function servicePdf(bytes: Buffer): ServicePdf {
  if (bytes.length > SERVICE_PDF_BYTES_MAX) return { ok: false, fault: 'size' };
  if (fileKindOf(bytes) !== 'application/pdf') return { ok: false, fault: 'kind' };
  const fault = pdfFault(bytes);
  return fault === undefined ? { ok: true, content: admit(inOne(bytes)) } : { ok: false, fault };
}

export type SheetFormat = 'csv' | 'xlsx' | 'json';

/**
 * The original of a sheet, whose rows and zip directory the reader of sheets bounds: here its first bytes have to say what it is.
 * @throws Problem 422 `file-kind-unknown`, while it is stored
 */
export function sheetOriginal(format: SheetFormat, original: AsyncIterable<Buffer>): Admitted {
  return admit(begun(original, format === 'xlsx' ? isZip : isText));
}

/** A text that comes from outside, such as a bank's file; undefined where it is none: a program, a picture, a PDF, an archive, a page. */
export function textFile(bytes: Buffer): Admitted | undefined {
  return isText(bytes) && !bytes.includes(0) ? admit(inOne(bytes)) : undefined;
}

const isZip = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/** First bytes of what is no text and may hold no NUL either: PDF, archives, old Office files, pictures. */
const otherHeads = [
  '%PDF',
  'PK\x03\x04',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '\xd0\xcf\x11\xe0',
  'GIF8',
  '\x89PNG',
  '\xff\xd8\xff',
];
/** What a reader that opens it by its name would run. */
const page = /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<(?:html|head|body|script|svg|iframe|hta)\b|#!|@echo\b)/i;

/** Is it text by its beginning? Neither UTF-8 nor GB18030 has a NUL. */
function isText(head: Buffer): boolean {
  const start = head.subarray(0, HEAD_BYTES);
  const text = start.toString('latin1');
  return !otherHeads.some((other) => text.startsWith(other)) && !page.test(text) && !start.includes(0);
}

const HEAD_BYTES = 1_024;
/** So many say what a file is. */
const KIND_BYTES = 64;

/** The same bytes; refused at the first of them that say something else. */
async function* begun(chunks: AsyncIterable<Buffer>, isKind: (head: Buffer) => boolean): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) yield chunk;
    else head = Buffer.concat([head, chunk]);
    if (head === undefined || head.length < KIND_BYTES) continue;
    yield demand(head, isKind);
    head = undefined;
  }
  if (head !== undefined) yield demand(head, isKind);
}

function demand(head: Buffer, isKind: (head: Buffer) => boolean): Buffer {
  if (!isKind(head)) throw fileKindUnknown();
  return head;
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
