/** A part of a zip, written as its bytes come. */
export interface ZipEntry {
  /** ASCII, such as `xl/workbook.xml`. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Raw deflate (RFC 1951) of the place that it runs in: Node's zlib, or a browser's `CompressionStream('deflate-raw')`. */
export type Deflate = (clear: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const SIZE_MAX = 0xffff_ffff;
/** 1 January 1980, the first day that a zip knows: the files are the same whenever they are written. */
const DOS_DAY = 0x0021;
/** Sizes stand behind the bytes, since nobody knows them before. */
const SIZES_BEHIND = 0x0008;
const DEFLATED = 8;

/**
 * A zip (PKWARE APPNOTE 6.3), one piece after the other: whoever reads slowly is waited for, and nothing is held but the piece in hand.
 * @throws RangeError from 4 GiB on, which this form cannot tell
 */
export async function* zipChunks(entries: readonly ZipEntry[], deflate: Deflate): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const title = new TextEncoder().encode(name);
    const head = joined(localHead(title), title);
    yield head;
    const measure = { crc: 0xffff_ffff, clear: 0, packed: 0 };
    for await (const piece of deflate(measured(bytes, measure))) {
      measure.packed += piece.length;
      yield piece;
    }
    const part: Written = { title, offset, crc: ~measure.crc >>> 0, clear: measure.clear, packed: measure.packed };
    yield sizesOf(part);
    written.push(part);
    offset += head.length + part.packed + 16;
    if (offset > SIZE_MAX || part.clear > SIZE_MAX) throw new RangeError('a zip of this form ends at 4 GiB');
  }
  let size = 0;
  for (const part of written) {
    const entry = joined(centralHead(part), part.title);
    size += entry.length;
    yield entry;
  }
  yield endOf(written.length, size, offset);
}

interface Written {
  readonly title: Uint8Array;
  readonly offset: number;
  readonly crc: number;
  readonly clear: number;
  readonly packed: number;
}

async function* measured(
  bytes: AsyncIterable<Uint8Array>,
  measure: { crc: number; clear: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    measure.crc = crcOn(measure.crc, piece);
    measure.clear += piece.length;
    yield piece;
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_none, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

function crcOn(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return value;
}

/** Little-endian numbers, each with how many bytes it takes. */
function packed(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

function localHead(title: Uint8Array): Uint8Array {
  const unknown = [0, 4] as const;
  return packed(
    [0x0403_4b50, 4],
    [20, 2],
    [SIZES_BEHIND, 2],
    [DEFLATED, 2],
    [0, 2],
    [DOS_DAY, 2],
    unknown,
    unknown,
    unknown,
    [title.length, 2],
    [0, 2],
  );
}

function sizesOf({ crc, packed: size, clear }: Written): Uint8Array {
  return packed([0x0807_4b50, 4], [crc, 4], [size, 4], [clear, 4]);
}

function centralHead({ title, offset, crc, clear, packed: size }: Written): Uint8Array {
  return packed(
    [0x0201_4b50, 4],
    [20, 2],
    [20, 2],
    [SIZES_BEHIND, 2],
    [DEFLATED, 2],
    [0, 2],
    [DOS_DAY, 2],
    [crc, 4],
    [size, 4],
    [clear, 4],
    [title.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  );
}

function endOf(count: number, size: number, offset: number): Uint8Array {
  return packed([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
}
