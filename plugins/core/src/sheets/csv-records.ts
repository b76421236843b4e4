/** A longer record is no row of a table: an unclosed quote swallows the rest of the file, or there are no line ends. */
const RECORD_CHARACTERS = 65_536;
/** A quoted cell of more lines is an unclosed quote. Each line looks at the whole record again, so this bounds the work too. */
const RECORD_LINES = 1_000;

/** A record longer than any row of a table. `record` counts from 1. */
export class RecordTooLong extends Error {
  constructor(readonly record: number) {
    super(`record ${record} is longer than ${RECORD_CHARACTERS} characters`);
    this.name = 'RecordTooLong';
  }
}

/** A quoted cell opened in a record and never closed. `record` counts from 1. */
export class QuoteOpen extends Error {
  constructor(readonly record: number) {
    super(`a quote that opens in record ${record} never closes`);
    this.name = 'QuoteOpen';
  }
}

/**
 * Splits CSV text into records of cells (RFC 4180; line ends CRLF, LF or CR). Lines without quotes, nearly all of a
 * payout sheet, are split as they are. A quote inside an unquoted cell is a character like any other.
 * @throws QuoteOpen, RecordTooLong – before the record is looked at, so that no sheet takes more memory than a record of it
 */
export class CsvSplitter {
  private rest = '';
  private open = '';
  private openLines = 0;
  private records = 0;

  constructor(
    private readonly delimiter: string,
    private readonly lineEnd: '\n' | '\r' = '\n',
  ) {}

  /** Records that are complete with this piece of text; the last line waits for more. */
  push(text: string): string[][] {
    const lines = (this.rest + text).split(this.lineEnd);
    this.rest = lines.pop() ?? '';
    if (this.rest.length > RECORD_CHARACTERS) throw new RecordTooLong(this.records + lines.length + 1);
    const records: string[][] = [];
    for (const line of lines) this.add(records, line);
    return records;
  }

  /** What the last piece left over. */
  end(): string[][] {
    const records: string[][] = [];
    if (this.rest !== '') this.add(records, this.rest);
    if (this.open !== '') throw new QuoteOpen(this.records + 1);
    return records;
  }

  private add(records: string[][], line: string): void {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    const record = this.open === '' ? text : `${this.open}\n${text}`;
    if (record.length > RECORD_CHARACTERS) {
      throw this.open === '' ? new RecordTooLong(this.records + 1) : new QuoteOpen(this.records + 1);
    }
    const cells = record.includes('"') ? quotedCells(record, this.delimiter) : record.split(this.delimiter);
    if (cells === undefined) {
      this.openLines += 1;
      if (this.openLines > RECORD_LINES) throw new QuoteOpen(this.records + 1);
      this.open = record;
      return;
    }
    this.open = '';
    this.openLines = 0;
    this.records += 1;
    records.push(cells);
  }
}

/** Cells of a record with quotes; undefined where a quoted cell goes on in the next line. */
function quotedCells(record: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let position = 0;
  while (position <= record.length) {
    const quoted = record[position] === '"' ? quotedCell(record, position + 1) : { text: '', end: position };
    if (quoted === undefined) return undefined;
    const next = record.indexOf(delimiter, quoted.end);
    const end = next < 0 ? record.length : next;
    cells.push(quoted.text + record.slice(quoted.end, end));
    position = end + 1;
  }
  return cells;
}

/** The text up to the closing quote; two quotes inside stand for one. */
function quotedCell(record: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  let position = start;
  for (;;) {
    const quote = record.indexOf('"', position);
    if (quote < 0) return undefined;
    text += record.slice(position, quote);
    if (record[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    position = quote + 2;
  }
}
