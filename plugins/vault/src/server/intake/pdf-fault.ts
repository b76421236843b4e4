import { constants, inflateSync } from 'node:zlib';

/**
 * Why a PDF is not taken in. `structure`: it does not begin or end as one, or bytes of something else hang on it; `active`: it
 * can run, open, send or carry something; `encrypted`: nobody can look into it; `packed`: objects that cannot be unpacked.
 */
export type PdfFault = 'structure' | 'active' | 'encrypted' | 'packed';

/**
 * Names of ISO 32000-2 by which a document acts or carries other files. What only leads to an action (`OpenAction`, `AA`) is
 * harmless where none of these is there, and scanners write it to choose the first page. All are long enough that compressed
 * pictures do not hold them by chance.
 */
const activeNames = [
  'JavaScript',
  'Rendition',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'OnInstantiate',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Movie',
  'Sound',
];
const active = new RegExp(`/(?:${activeNames.join('|')})(?![A-Za-z0-9])`);
const encrypted = /\/Encrypt(?![A-Za-z0-9])/;

/** Readers look for the end within the last so many bytes (ISO 32000-2 annex J, older readers). */
const TAIL_BYTES = 1_024;
/** Objects unpacked of one document, in all, and the streams that they come from. */
const UNPACKED_BYTES_MAX = 16 * 1_048_576;
const STREAMS_MAX = 5_000;

/**
 * Looks at every byte of a PDF, not at the objects that a table of contents leads to: readers disagree about what is reachable,
 * and this cannot disagree with any of them. The document is never rewritten, since its signatures would not hold.
 * @returns undefined where it may be taken in
 */
export function pdfFault(bytes: Buffer): PdfFault | undefined {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-') || !endsAsPdf(text)) return 'structure';
  const plain = withoutEscapes(text);
  if (encrypted.test(plain)) return 'encrypted';
  if (active.test(plain)) return 'active';
  return objectStreamFault(bytes, text);
}

/** The end mark near the end, and after it nothing but text, such as a comment. */
function endsAsPdf(text: string): boolean {
  const tail = text.slice(-TAIL_BYTES);
  const end = tail.lastIndexOf('%%EOF');
  return end >= 0 && /^[\t\n\r\x20-\x7e]*$/.test(tail.slice(end));
}

/** A name may write any of its characters as `#` and two digits: `/J#61vaScript` is `/JavaScript`. */
function withoutEscapes(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;
}

/** Objects may lie packed in a stream of type ObjStm; its dictionary stands before it, with names that may be escaped. */
const objectStream = /\/(?:O|#4[Ff])(?:b|#62)(?:j|#6[Aa])(?:S|#53)(?:t|#74)(?:m|#6[Dd])(?![A-Za-z0-9#])/g;

function objectStreamFault(bytes: Buffer, text: string): PdfFault | undefined {
  let left = UNPACKED_BYTES_MAX;
  const seen = new Set<number>();
  for (const { index } of text.matchAll(objectStream)) {
    const begin = streamAfter(text, index);
    if (begin === undefined || seen.size >= STREAMS_MAX) return 'packed';
    if (seen.has(begin)) continue;
    seen.add(begin);
    const unpacked = unpack(bytes.subarray(begin), left);
    if (unpacked === undefined) return 'packed';
    left -= unpacked.length;
    const plain = withoutEscapes(unpacked.toString('latin1'));
    if (active.test(plain)) return 'active';
  }
  return undefined;
}

function streamAfter(text: string, index: number): number | undefined {
  const found = /stream\r?\n/g;
  found.lastIndex = index;
  return found.exec(text) ? found.lastIndex : undefined;
}

/** @returns undefined for another filter than FlateDecode, for more than is left, and for nothing at all */
function unpack(packed: Buffer, bytesMax: number): Buffer | undefined {
  if (bytesMax <= 0) return undefined;
  try {
    // The end of the stream is not known for sure; what stands behind it is no concern of the unpacking.
    const unpacked = inflateSync(packed, { maxOutputLength: bytesMax, finishFlush: constants.Z_SYNC_FLUSH });
    return unpacked.length > 0 ? unpacked : undefined;
  } catch {
    return undefined;
  }
}
