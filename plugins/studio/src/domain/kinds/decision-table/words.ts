import { groupThousands, groupedYuanText, type Text2 } from '@linggong/core/domain';
import { answerColumns, conditionColumns, conditionOf, isText2, isCondition, isRange } from './cells';
import type { Json } from '../../kind';
import type { DecisionTable, TableCell, TableColumn, TableCondition, TableRange, TableRow } from './shape';

/** Nobody reads longer lists in a line. */
const namedMax = 5;

const anything: Text2 = { zh: '不限', en: 'any' };

/** A value as the page shows it: money in yuan, choices by their label. */
export function valueWords(column: TableColumn, value: Json): Text2 {
  const same = (text: string): Text2 => ({ zh: text, en: text });
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number')
    return same(
      column.type === 'money' ? groupedYuanText(BigInt(Math.round(value))) : groupThousands(plainText(value)),
    );
  if (typeof value === 'string') return column.choices?.find((choice) => choice.value === value)?.label ?? same(value);
  return value !== null && typeof value === 'object' && isText2(value as TableCell)
    ? (value as unknown as Text2)
    : same('');
}

/** A number without an exponent. */
const plainText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/0+$/, '');

/** What a cell says, in words: `大于 50,000.00`. */
export function cellWords(column: TableColumn, cell: TableCell | undefined): Text2 {
  if (cell === undefined) return column.role === 'output' ? { zh: '空', en: 'nothing' } : anything;
  return isCondition(cell) ? conditionWords(column, cell) : valueWords(column, cell as Json);
}

function conditionWords(column: TableColumn, condition: TableCondition): Text2 {
  if ('is' in condition) {
    const value = valueWords(column, condition.is);
    return column.type === 'choice' || column.type === 'boolean'
      ? value
      : { zh: `等于 ${value.zh}`, en: `is ${value.en}` };
  }
  if ('in' in condition) {
    const list = listWords(column, condition.in);
    return { zh: `${list.zh} 之一`, en: `one of ${list.en}` };
  }
  if ('notIn' in condition) {
    const list = listWords(column, condition.notIn);
    return { zh: `除 ${list.zh} 外`, en: `anything but ${list.en}` };
  }
  if ('matches' in condition) return { zh: `符合 ${condition.matches}`, en: `matches ${condition.matches}` };
  return isRange(condition) ? rangeWords(column, condition) : anything;
}

export function listWords(column: TableColumn, values: readonly Json[]): Text2 {
  const named = values.slice(0, namedMax).map((value) => valueWords(column, value));
  const more = values.length > namedMax;
  return {
    zh: named.map(({ zh }) => zh).join('、') + (more ? ` 等 ${values.length} 项` : ''),
    en: named.map(({ en }) => en).join(', ') + (more ? ` and ${values.length - namedMax} more` : ''),
  };
}

const sizes = {
  from: { zh: '不低于', en: 'at least' },
  above: { zh: '大于', en: 'above' },
  to: { zh: '不超过', en: 'at most' },
  below: { zh: '小于', en: 'below' },
} as const;
const days = {
  from: { zh: '不早于', en: 'not before' },
  above: { zh: '晚于', en: 'after' },
  to: { zh: '不晚于', en: 'not after' },
  below: { zh: '早于', en: 'before' },
} as const;
export const rangeEnds = ['from', 'above', 'to', 'below'] as const;

function rangeWords(column: TableColumn, range: TableRange): Text2 {
  const words = column.type === 'day' ? days : sizes;
  const parts = rangeEnds.flatMap((end) => {
    const edge = range[end];
    return edge === undefined ? [] : [joined(words[end], valueWords(column, edge), ' ')];
  });
  return { zh: parts.map(({ zh }) => zh).join(' 且 '), en: parts.map(({ en }) => en).join(' and ') };
}

function joined(left: Text2, right: Text2, between: string): Text2 {
  return { zh: left.zh + between + right.zh, en: left.en + between + right.en };
}

/** 「第 3 行」, counted as the page counts: rows that are switched off too. */
export function rowWords(index: number): Text2 {
  return { zh: `第 ${index + 1} 行`, en: `Row ${index + 1}` };
}

/** A whole row: `单笔金额 大于 50,000.00 → 结论 复核`. */
export function rowInWords(table: DecisionTable, row: TableRow): Text2 {
  const asked = conditionColumns(table).filter((column) => conditionOf(row.cells, column.id) !== undefined);
  const given = answerColumns(table).filter((column) => row.cells[column.id] !== undefined);
  const part = (language: keyof Text2) => (column: TableColumn) =>
    `${column.label[language]} ${cellWords(column, row.cells[column.id])[language]}`;
  const side = (columns: readonly TableColumn[], language: keyof Text2, none: string): string =>
    columns.map(part(language)).join(language === 'zh' ? '，' : ', ') || none;
  return {
    zh: `${side(asked, 'zh', '任何情形')} → ${side(given, 'zh', '无答案')}`,
    en: `${side(asked, 'en', 'anything')} → ${side(given, 'en', 'no answer')}`,
  };
}
