import { z } from 'zod';
import { canonicalColumns, type EntryText } from '../../domain';
import type { BlockRow } from '../verifying/blocks';
import type { SignedRoot } from '../roots/root-rows';
import { ArchiveBroken } from './archive-store';

/**
 * An archive is JSON lines: `head`, then for each day that sealed rows of the month every block of it (`block`), behind each block those
 * of its rows that are of the month (`entry`, the canonical columns as text, in their order), and the signed root of the day (`root`);
 * last `end`. Whoever has it recomputes digests, chain and days, and holds the roots against those that were kept elsewhere.
 */
const archiveForm = 1;

/** Longer than a block of five thousand rows, and than an entry of the largest states. */
const lineBytesMax = 2_000_000;
const entriesMax = 100_000;

const text = z.string().nullable();
const count = z.string().regex(/^\d{1,18}$/);
const entryForm = z.strictObject(
  // Every canonical column is a key, and no other; the record of them is built from the list that the digest takes.
  Object.fromEntries(canonicalColumns.map((column) => [column, text])) as Record<keyof EntryText, typeof text>,
);
const lineForm = z.union([
  z.strictObject({ entry: entryForm }),
  z.strictObject({
    block: z.strictObject({
      no: count,
      sealedAt: z.string(),
      firstAt: z.string(),
      lastAt: z.string(),
      seqs: z.array(count),
      digests: z.base64(),
      previousHash: z.base64(),
      hash: z.base64(),
    }),
  }),
  z.strictObject({
    root: z.strictObject({ day: z.string(), signed: z.string(), signature: z.base64(), publicKey: z.base64() }),
  }),
  z.strictObject({ head: z.strictObject({ form: z.literal(archiveForm), month: z.string(), rows: count }) }),
  z.strictObject({ end: z.strictObject({ rows: count, root: z.string() }) }),
]);

export const headLine = (month: string, rows: bigint): Buffer =>
  lineOf({ head: { form: archiveForm, month, rows: rows.toString() } });
export const endLine = (rows: bigint, root: string): Buffer => lineOf({ end: { rows: rows.toString(), root } });
export const entryLine = (entry: EntryText): Buffer =>
  lineOf({ entry: Object.fromEntries(canonicalColumns.map((column) => [column, entry[column]])) });

export function blockLine(block: BlockRow): Buffer {
  return lineOf({
    block: {
      no: block.no.toString(),
      sealedAt: block.sealed_at.toISOString(),
      firstAt: block.first_at,
      lastAt: block.last_at,
      seqs: block.seqs.map(String),
      digests: block.digests.toString('base64'),
      previousHash: block.previous_hash.toString('base64'),
      hash: block.hash.toString('base64'),
    },
  });
}

export function rootLine({ day, signed, signature, publicKey }: SignedRoot): Buffer {
  return lineOf({
    root: { day, signed, signature: signature.toString('base64'), publicKey: publicKey.toString('base64') },
  });
}

const lineOf = (line: z.input<typeof lineForm> | { entry: Record<string, string | null> }): Buffer =>
  Buffer.from(`${JSON.stringify(line)}\n`);

/** A block that an archive names, with its rows of the month; `no` is 0 for what stands before the first. */
export interface ArchivedBlock {
  readonly no: bigint;
  readonly entries: readonly EntryText[];
  /** The lines of it, as they lie in the archive. */
  readonly lines: readonly string[];
}

/**
 * The blocks of an archive in their order, one at a time in memory.
 * @throws ArchiveBroken for what is no archive, and as `chunks`
 */
export async function* archivedBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<ArchivedBlock> {
  let block: { no: bigint; entries: EntryText[]; lines: string[] } = { no: 0n, entries: [], lines: [] };
  let hasEnd = false;
  for await (const line of linesOf(chunks)) {
    const read = lineForm.safeParse(jsonOf(line));
    if (!read.success || hasEnd) throw new ArchiveBroken();
    if ('block' in read.data) {
      yield block;
      block = { no: BigInt(read.data.block.no), entries: [], lines: [] };
    }
    if ('entry' in read.data) {
      if (block.no === 0n || block.entries.length >= entriesMax) throw new ArchiveBroken();
      block.entries.push(read.data.entry);
    }
    block.lines.push(line);
    hasEnd = 'end' in read.data;
  }
  if (!hasEnd) throw new ArchiveBroken();
  yield block;
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...waiting, chunk.subarray(from, at)]).toString('utf8');
      [waiting, length, from] = [[], 0, at + 1];
    }
    waiting.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > lineBytesMax) throw new ArchiveBroken();
  }
  if (length > 0) throw new ArchiveBroken();
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new ArchiveBroken();
  }
}
