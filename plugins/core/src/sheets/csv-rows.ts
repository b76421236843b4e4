import { CsvSplitter, QuoteOpen, RecordTooLong } from './csv-records';
import { sheetProblems } from './sheet-problems';
import type { RawRow } from './sheet-types';
import type { Spool } from './spool';

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

/** The rows of a CSV, numbered as a spreadsheet shows them. @throws Problem `sheet-quote-open`, `sheet-row-too-long` */
export async function* csvRows(spool: Spool, encoding: string): AsyncGenerator<RawRow> {
  const { delimiter, lineEnd } = await detectDialect(spool, encoding);
  const splitter = new CsvSplitter(delimiter, lineEnd);
  let rowNo = 0;
  const numbered = (records: string[][]): RawRow[] => records.map((cells) => ({ rowNo: (rowNo += 1), cells }));
  try {
    for await (const text of decoded(spool, encoding)) yield* numbered(splitter.push(text));
    yield* numbered(splitter.end());
  } catch (error) {
    if (error instanceof QuoteOpen) throw sheetProblems.quoteOpen(error.record);
    throw error instanceof RecordTooLong ? sheetProblems.rowTooLong(error.record) : error;
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

/** The separator that the first lines use most – comma, tab or semicolon – and how they end. */
async function detectDialect(spool: Spool, encoding: string): Promise<{ delimiter: string; lineEnd: '\n' | '\r' }> {
  const { value = '' } = await decoded(spool, encoding).next();
  const lineEnd = !value.includes('\n') && value.includes('\r') ? '\r' : '\n';
  const head = value.split(lineEnd, 5).join('\n');
  const count = (delimiter: string): number => head.split(delimiter).length;
  const delimiter = [',', '\t', ';'].reduce((best, other) => (count(other) > count(best) ? other : best));
  return { delimiter, lineEnd };
}
