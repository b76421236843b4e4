import { isDay, parseYuan, yuanText, type Text2 } from '@linggong/core/domain';
import { cellFault } from './cell-faults';
import { isCondition, isRange, isText2 } from './cells';
import type { Json } from '../../kind';
import type { Edge, TableAnswer, TableCell, TableColumn, TableCondition, TableRange, TableScalar } from './shape';
import { rangeEnds } from './words';

const signs = { from: '≥', above: '>', to: '≤', below: '<' } as const;
const signOf: Readonly<Record<string, keyof typeof signs>> = {
  '≥': 'from',
  '>=': 'from',
  '>': 'above',
  '＞': 'above',
  '≤': 'to',
  '<=': 'to',
  '<': 'below',
  '＜': 'below',
};
const oneOf = '任一：';
const noneOf = '除外：';
const pattern = '格式：';
const between = '；';
const languages = ' || ';

/** What a plain text must not look like, lest it be read as something else. */
const special = /^["'≥>＞≤<＜=+\-@]|^(任一|除外|格式)[：:]|[；;]|\|\||\s\s|[^\S ]|[\p{Cc}\u200b\ufeff]/u;

/**
 * A cell as it stands in a sheet and on the clipboard (单元格文字): `> 50000.00`, `≥ 1 且 ≤ 5`, `任一：甲；乙`, `除外：甲`, `格式：^a`, a value as
 * it is. Money is in yuan, choices are their Chinese labels. Texts that would be read as something else stand in quotes.
 */
export function cellText(column: TableColumn, cell: TableCell | undefined): string {
  if (cell === undefined) return '';
  if (!isCondition(cell))
    return isText2(cell) ? `${quoted(cell.zh)}${languages}${quoted(cell.en)}` : valueText(column, cell);
  if ('is' in cell) return valueText(column, cell.is);
  if ('in' in cell) return oneOf + cell.in.map((value) => valueText(column, value)).join(between);
  if ('notIn' in cell) return noneOf + cell.notIn.map((value) => valueText(column, value)).join(between);
  if ('matches' in cell) return pattern + quoted(cell.matches);
  return isRange(cell) ? rangeText(column, cell) : '';
}

function rangeText(column: TableColumn, range: TableRange): string {
  return rangeEnds
    .flatMap((end) => (range[end] === undefined ? [] : [`${signs[end]} ${valueText(column, range[end])}`]))
    .join(' 且 ');
}

function valueText(column: TableColumn, value: TableScalar): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return column.type === 'money' ? yuanText(BigInt(Math.round(value))) : numberText(value);
  return column.type === 'day' ? value : quoted(choiceText(column, value));
}

/** A choice by its label, where no other has the same. */
function choiceText({ choices = [] }: TableColumn, value: string): string {
  const label = choices.find((choice) => choice.value === value)?.label.zh;
  const alone =
    label !== undefined && choices.filter((choice) => choice.label.zh === label || choice.value === label).length === 1;
  return alone ? label : value;
}

const numberText = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6).replace(/0+$/, '');

const quoted = (text: string): string => (text !== text.trim() || special.test(text) ? JSON.stringify(text) : text);

/** A typed cell, or why it is none. An empty text clears the cell. */
export type TypedCell = { readonly ok: true; readonly cell?: TableCell } | { readonly ok: false; readonly text: Text2 };

const unread: TypedCell = {
  ok: false,
  text: { zh: '看不懂这个单元格，请按说明填写', en: 'This cell cannot be read; write it as the notes say' },
};

/** Reads what `cellText` writes, and what people write alike. Refuses what does not fit the column. */
export function readCellText(column: TableColumn, text: string): TypedCell {
  const typed = text.trim();
  if (typed === '') return { ok: true };
  const cell = column.role === 'output' ? readAnswer(column, typed) : readCondition(column, typed);
  if (cell === undefined) return unread;
  const fault = cellFault(column, cell);
  return fault === undefined ? { ok: true, cell } : { ok: false, text: fault.text };
}

function readAnswer(column: TableColumn, typed: string): TableAnswer | undefined {
  if (column.type !== 'text2') return readValue(column, typed);
  const [zh, en, ...more] = partsOf(typed, ['||']);
  const [left, right] = [unquoted(zh ?? ''), unquoted(en ?? '')];
  return left && right && more.length === 0 ? { zh: left, en: right } : undefined;
}

function readCondition(column: TableColumn, typed: string): TableCondition | undefined {
  const listed = /^(任一|除外)[：:]([\s\S]*)$/u.exec(typed);
  if (listed !== null) {
    const values = partsOf(listed[2] ?? '', ['；', ';']).map((part) => readValue(column, part.trim()));
    const known = values.filter((value) => value !== undefined);
    if (known.length < values.length) return undefined;
    return listed[1] === '任一' ? { in: known } : { notIn: known };
  }
  const matched = /^格式[：:]([\s\S]+)$/u.exec(typed)?.[1];
  if (matched !== undefined) {
    const matches = unquoted(matched.trim());
    return matches === undefined ? undefined : { matches };
  }
  if (/^(≥|≤|[<>＜＞])/u.test(typed)) return readRange(column, typed);
  const value = readValue(column, typed.replace(/^[=＝]\s*/u, ''));
  return value === undefined ? undefined : { is: value };
}

function readRange(column: TableColumn, typed: string): TableRange | undefined {
  const range: { [end in keyof TableRange]: Edge } = {};
  for (const part of typed.split(/\s*(?:且|and|&)\s*/u)) {
    const [, sign = '', edge = ''] = /^(>=|<=|≥|≤|[<>＜＞])\s*(.+)$/u.exec(part.trim()) ?? [];
    const end = signOf[sign];
    const value = readValue(column, edge);
    if (end === undefined || range[end] !== undefined || (typeof value !== 'number' && typeof value !== 'string'))
      return undefined;
    range[end] = value;
  }
  return range;
}

function readValue(column: TableColumn, typed: string): TableScalar | undefined {
  switch (column.type) {
    case 'money':
      return readMoney(typed);
    case 'number':
      return /^-?\d{1,13}(\.\d{1,6})?$/.test(typed.replace(/,/g, '')) ? Number(typed.replace(/,/g, '')) : undefined;
    case 'boolean':
      return yes.has(typed.toLowerCase()) ? true : no.has(typed.toLowerCase()) ? false : undefined;
    case 'day':
      return isDay(typed.replace(/\//g, '-')) ? typed.replace(/\//g, '-') : undefined;
    case 'choice':
      return readChoice(column, unquoted(typed));
    default:
      return unquoted(typed) || undefined;
  }
}

const yes = new Set(['是', 'yes', 'true']);
const no = new Set(['否', 'no', 'false']);

function readMoney(typed: string): number | undefined {
  const plain = typed.replace(/[,，]/g, '').replace(/^[-−]\s*/u, '');
  const yuan = parseYuan(plain);
  if (!yuan.ok) return undefined;
  return plain === typed.replace(/[,，]/g, '') ? Number(yuan.fen) : -Number(yuan.fen);
}

/** By value first, so that no label can stand for another choice's value. */
function readChoice({ choices = [] }: TableColumn, typed: string | undefined): string | undefined {
  const named = choices.filter(({ label }) => label.zh === typed || label.en === typed);
  return choices.find(({ value }) => value === typed)?.value ?? (named.length === 1 ? named[0]?.value : undefined);
}

/** The text of a part, out of its quotes; undefined where they are broken. */
function unquoted(part: string): string | undefined {
  const text = part.trim();
  if (!text.startsWith('"')) return text;
  try {
    const inner: Json = JSON.parse(text) as Json;
    return typeof inner === 'string' ? inner : undefined;
  } catch {
    return undefined;
  }
}

/** Splits at each separator that stands outside of quotes. */
function partsOf(text: string, separators: readonly string[]): string[] {
  const parts: string[] = [''];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.length - 1;
    const separator = isQuoted ? undefined : separators.find((one) => text.startsWith(one, at));
    if (separator !== undefined) {
      parts.push('');
      at += separator.length - 1;
      continue;
    }
    if (text[at] === '"' && (isQuoted || (parts[last] ?? '').trim() === '')) isQuoted = !isQuoted;
    if (isQuoted && text[at] === '\\') {
      parts[last] += text.slice(at, at + 2);
      at += 1;
      continue;
    }
    parts[last] += text[at] ?? '';
  }
  return parts;
}
