import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { Problem } from '../domain';
import { sheetProblems } from './sheet-problems';
import type { Spool } from './spool';

/** A sheet of 100,000 rows unpacks to about 60 MB. */
const UNPACKED_BYTES = 268_435_456;
const ENTRIES = 2_000;

class SpoolReader extends RandomAccessReader {
  constructor(private readonly spool: Spool) {
    super();
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.spool.read(start, end));
  }
}

/** A zip whose directory was read, and found harmless, before anything is unpacked. */
export class ZipDirectory {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Problem `sheet-broken`, `sheet-old-format`, or `sheet-too-large-unpacked` for a zip bomb. */
  static async open(spool: Spool): Promise<ZipDirectory> {
    try {
      const zip = await fromRandomAccessReaderPromise(new SpoolReader(spool), spool.bytes, {
        autoClose: false,
        lazyEntries: true,
      });
      return new ZipDirectory(zip, await harmlessEntries(zip));
    } catch (error) {
      throw asSheetProblem(error);
    }
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** The unpacked bytes of an entry; yauzl fails when they are more than the directory promised. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path);
    if (entry === undefined) throw sheetProblems.broken();
    try {
      const stream: AsyncIterable<Buffer> = await this.zip.openReadStreamPromise(entry);
      yield* stream;
    } catch (error) {
      throw asSheetProblem(error);
    }
  }
}

async function harmlessEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES) throw sheetProblems.bomb();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw sheetProblems.oldFormat();
    unpacked += entry.uncompressedSize;
    if (unpacked > UNPACKED_BYTES) throw sheetProblems.bomb();
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** Whatever zip or XML libraries say about a damaged file is one problem to its sender; the rest passes through. */
export function asSheetProblem(error: unknown): unknown {
  const isSystemError = typeof error === 'object' && error !== null && 'syscall' in error;
  return error instanceof Problem || isSystemError ? error : sheetProblems.broken();
}
