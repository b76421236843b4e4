import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { sheetProblems } from './sheet-problems';
import type { RawRow } from './sheet-types';
import type { Spool } from './spool';

/** A record longer than this is an unclosed quote that swallows the rest of the file. */
const RECORD_CHARACTERS = 65_536;

/** UTF-8 where every byte agrees with it, else GB18030 where every byte agrees with that. @throws Problem `sheet-encoding` */
export async function detectEncoding(spool: Spool): Promise<'utf-8' | 'gb18030'> {
  if (await decodes(spool, 'utf-8')) return 'utf-8';
  if (await decodes(spool, 'gb18030')) return 'gb18030';
  throw sheetProblems.encoding();
}

async function decodes(spool: Spool, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of spool.read()) {
      // Neither encoding has NUL bytes in text: UTF-16 and binary files do.
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (isDecodingError(error)) return false;
    throw error;
  }
}

const isDecodingError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** The rows of a CSV, numbered as a spreadsheet shows them. @throws Problem `sheet-quote-open` */
export async function* csvRows(spool: Spool, encoding: string): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: await detectDelimiter(spool, encoding),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: RECORD_CHARACTERS,
  });
  const source = Readable.from(decoded(spool, encoding));
  source.on('error', (error) => parser.destroy(error));
  let rowNo = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      rowNo += 1;
      yield { rowNo, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? sheetProblems.quoteOpen(rowNo + 1) : error;
  } finally {
    source.destroy();
  }
}

async function* decoded(spool: Spool, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of spool.read()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The separator that the first lines use most: comma, tab or semicolon. */
async function detectDelimiter(spool: Spool, encoding: string): Promise<string> {
  const { value = '' } = await decoded(spool, encoding).next();
  const head = value.split(/\r?\n/, 5).join('\n');
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
