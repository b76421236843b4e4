/** Bytes of a file that is taken where its reader does not say otherwise. */
export const LARGEST_FILE = 33_554_432;

/**
 * A column that a sheet may carry. `text` columns refuse numeric cells, because spreadsheets change digits beyond the
 * 15th; `wholeNumbers` allows numeric cells of at most 15 digits there (phone numbers). `amount` takes yuan amounts.
 */
export interface SheetColumn<K extends string = string> {
  readonly key: K;
  /** Titles that name it; the first is the one the template uses. */
  readonly titles: readonly string[];
  readonly required: boolean;
  readonly kind: 'text' | 'amount';
  readonly wholeNumbers?: boolean;
  /** Longest text taken, in characters; 200 where not given. */
  readonly maxLength?: number;
}

/** Why a cell could not be taken; its text is then empty in `cells`. */
export type CellFaultReason = 'formula' | 'error' | 'merged' | 'not-text' | 'date' | 'too-long' | 'broken-row';

export interface CellFault<K extends string = string> {
  readonly column: K;
  /** Title of the column as the sheet writes it. */
  readonly title: string;
  readonly reason: CellFaultReason;
}

export interface SheetRow<K extends string = string> {
  /** Row number as the spreadsheet shows it; the header counts. */
  readonly rowNo: number;
  /** Trimmed text of every column; empty where the sheet has none, and where a fault stands. */
  readonly cells: Readonly<Record<K, string>>;
  readonly faults: readonly CellFault<K>[];
}

export interface ReadSheetOptions<K extends string = string> {
  readonly columns: readonly SheetColumn<K>[];
  /** Shown in problems only; the format is found from the bytes. */
  readonly fileName: string;
  /** Rows under the header that are taken at most; one more is a problem. */
  readonly maxRows: number;
  /** Titles of the sheet that its sender mapped himself; null means: leave that column out. */
  readonly mapping?: Readonly<Record<string, K | null>>;
  /** Largest file in bytes; 32 MiB where not given. */
  readonly maxBytes?: number;
}

export interface Sheet<K extends string = string> {
  readonly format: 'csv' | 'xlsx';
  /** Encoding of a CSV; null for XLSX. */
  readonly encoding: 'utf-8' | 'gb18030' | null;
  readonly sheetName: string | null;
  readonly columns: readonly { readonly key: K; readonly title: string }[];
  readonly bytes: number;
  /** Of the file as it came, in hex. */
  readonly sha256: string;
  /**
   * The rows under the header, blank ones left out. May be walked once.
   * @throws Problem `sheet-header-only`, `sheet-too-many-rows`, `sheet-quote-open`, `sheet-broken` while walking.
   */
  readonly rows: AsyncIterable<SheetRow<K>>;
  /** The file as it came, for keeping. */
  original(): AsyncIterable<Buffer>;
  /** Lets go of the spooled bytes; call it in `finally`. */
  close(): Promise<void>;
}

/** A cell before columns are known. A plain string is a text cell. */
export type RawCell = string | { readonly text: string; readonly kind: 'number' | 'date' | 'formula' | 'error' };

/** A row before columns are known; cells by position, holes are blank cells. */
export interface RawRow {
  readonly rowNo: number;
  readonly cells: readonly (RawCell | undefined)[];
  /** Positions that belong to a merged range, whose value for this row is unknown. */
  readonly merged?: ReadonlySet<number>;
}

export const textOf = (cell: RawCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
