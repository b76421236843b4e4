import { exportCell } from '../export-cell';
import { yuanText } from '../money-text';

/** What the values of a column of an export are (导出列): `money` in fen, `instant` in UTC, `day` of Asia/Shanghai. */
export const exportKinds = ['text', 'money', 'count', 'day', 'instant'] as const;
export type ExportKind = (typeof exportKinds)[number];

export interface ExportColumn {
  readonly heading: string;
  readonly kind: ExportKind;
}

/** Fen and counts as bigint; a day as `YYYY-MM-DD`, an instant as ISO text; null for nothing. */
export type ExportValue = string | bigint | null;

/** A cell of a spreadsheet (单元格): what it holds, and whether a spreadsheet counts with it. */
export type SheetCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly text: string; readonly style: 'money' | 'count' | 'day' | 'instant' };

const DAY_MS = 86_400_000;
/** Days from 30 December 1899, from which spreadsheets count, to 1 January 1970. */
const EPOCH_DAYS = 25_569;
const SHANGHAI_MS = 8 * 3_600_000;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Characters that XML 1.0 has no place for: out before it is looked at how the text begins. */
// eslint-disable-next-line no-control-regex -- it is they that are sought
export const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A value as text that a spreadsheet reads rightly: amounts in yuan without separators, instants in Shanghai to the second. */
export function exportText({ kind }: ExportColumn, value: ExportValue): string {
  if (value === null) return '';
  if (typeof value === 'bigint') return kind === 'money' ? yuanText(value) : value.toString();
  const ms = kind === 'instant' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) return value;
  return new Date(ms + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** A value as a cell: figures and days are numbers, everything else is text and stays it, also an identity or business number. */
export function sheetCell(column: ExportColumn, value: ExportValue): SheetCell | undefined {
  if (value === null || value === '') return undefined;
  const { kind } = column;
  if (typeof value === 'bigint' && (kind === 'money' || kind === 'count'))
    return { is: 'number', text: exportText(column, value), style: kind };
  if (kind === 'day' && typeof value === 'string' && dayForm.test(value)) {
    const ms = Date.parse(`${value}T00:00:00Z`);
    if (!Number.isNaN(ms)) return { is: 'number', text: (ms / DAY_MS + EPOCH_DAYS).toString(), style: 'day' };
  }
  if (kind === 'instant' && typeof value === 'string') {
    const ms = Date.parse(value);
    if (!Number.isNaN(ms)) {
      const days = (Math.floor(ms / 1_000) * 1_000 + SHANGHAI_MS) / DAY_MS + EPOCH_DAYS;
      return { is: 'number', text: days.toFixed(9), style: 'instant' };
    }
  }
  return { is: 'text', text: exportCell(exportText(column, value).replace(unwritable, '')) };
}
