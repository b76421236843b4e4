import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import { apart, Budget, isEmpty, remains, within, type Box } from './boxes';
import { conditionColumns, conditionOf } from './cells';
import { classesOf, conditionsOf, type Classes } from './classes';
import type { DecisionTable, TableColumn } from './shape';
import { rowWords } from './words';

const workMax = 3_000_000;

/** A table cut into classes, with the box of every row that decides. */
interface Cut {
  readonly columns: readonly { readonly column: TableColumn; readonly classes: Classes }[];
  readonly all: readonly bigint[];
  readonly rows: readonly { readonly index: number; readonly box: Box }[];
}

/**
 * What is worth a look: rows that can never hit, rows alike, situations that no row covers, columns that nothing asks for. Exact over
 * ranges and lists; patterns are compared as they are written, and computed columns as if they were sent. The table has no faults.
 */
export function tableHints(table: DecisionTable): Fault[] {
  const cut = cutTable(table);
  const budget = new Budget(workMax);
  return [...unusedColumns(table), ...rowHints(table, cut, budget), ...gapHint(cut, budget)];
}

function cutTable(table: DecisionTable): Cut {
  const columns = conditionColumns(table).map((column) => ({
    column,
    classes: classesOf(column, conditionsOf(table, column.id)),
  }));
  const rows = table.rows.flatMap((row, index) => {
    if (row.off === true) return [];
    const box = new Map<number, bigint>();
    for (const [place, { column, classes }] of columns.entries()) {
      const condition = conditionOf(row.cells, column.id);
      if (condition !== undefined) box.set(place, classes.of(condition));
    }
    return [{ index, box }];
  });
  return { columns, all: columns.map(({ classes }) => classes.all), rows };
}

function rowHints(table: DecisionTable, cut: Cut, budget: Budget): Fault[] {
  const hints: Fault[] = [];
  for (const [place, { index, box }] of cut.rows.entries()) {
    const hint = isEmpty(box)
      ? {
          code: 'row-empty',
          text: words(index, '的条件没有任何值能满足，永远不会命中', 'asks for what no value can be; it never hits'),
        }
      : hintAgainst(table, cut, place, budget);
    if (hint === 'unknown') return [...hints, notCompared(index)];
    if (hint !== undefined) hints.push({ path: `rows.${index}`, ...hint });
  }
  return hints;
}

type RowHint = Omit<Fault, 'path'> | 'unknown' | undefined;

/** A row against those before it: one that is alike, one that covers it, or all of them together. */
function hintAgainst(table: DecisionTable, cut: Cut, place: number, budget: Budget): RowHint {
  const row = cut.rows[place];
  if (row === undefined || !budget.spend(place)) return 'unknown';
  const near = cut.rows.slice(0, place).filter(({ box }) => !apart(row.box, box, cut.all));
  const over = near.find(({ box }) => within(row.box, box, cut.all));
  if (over !== undefined && within(over.box, row.box, cut.all)) return alike(table, row.index, over.index);
  // Where all hits are collected, a row that lies within another still answers.
  if (table.hitPolicy === 'collect') return undefined;
  if (over !== undefined) return covered(row.index, rowWords(over.index));
  const left = remains(
    row.box,
    near.map(({ box }) => box),
    cut.all,
    budget,
  );
  if (left === undefined) return 'unknown';
  return left.length > 0 ? undefined : covered(row.index, { zh: '前面各行合起来', en: 'the rows before it together' });
}

const words = (index: number, zh: string, en: string): Text2 => {
  const row = rowWords(index);
  return { zh: `${row.zh}${zh}`, en: `${row.en} ${en}` };
};

function alike(table: DecisionTable, index: number, other: number): RowHint {
  const never = table.hitPolicy === 'first';
  return {
    code: 'row-alike',
    text: words(
      index,
      `的条件与第 ${other + 1} 行相同${never ? '，永远不会命中' : ''}`,
      `asks for the same as row ${other + 1}${never ? ' and never hits' : ''}`,
    ),
  };
}

const covered = (index: number, by: Text2): RowHint => ({
  code: 'row-covered',
  text: words(
    index,
    `永远不会命中：它的情形已被${by.zh}包含，请调整次序或条件`,
    `never hits: what it asks for lies within ${by.en.replace(/^Row/, 'row')}; change the order or the conditions`,
  ),
});

const notCompared = (index: number): Fault => ({
  path: 'rows',
  code: 'rows-not-compared',
  text: {
    zh: `表较复杂，自第 ${index + 1} 行起未比对是否会命中`,
    en: `The table is large; from row ${index + 1} on it was not looked whether rows can hit`,
  },
});

/** One situation that no row covers. The otherwise answer takes it, which is often what is meant. */
function gapHint(cut: Cut, budget: Budget): Fault[] {
  if (cut.rows.length === 0) return [];
  const gap = remains(
    new Map(),
    cut.rows.map(({ box }) => box),
    cut.all,
    budget,
  )?.[0];
  if (gap === undefined) return [];
  const parts = [...gap].flatMap(([place, set]) => {
    const one = cut.columns[place];
    const value = one?.classes.words(set) ?? { zh: '未提供', en: 'not given' };
    return one === undefined
      ? []
      : [{ zh: `${one.column.label.zh} ${value.zh}`, en: `${one.column.label.en} ${value.en}` }];
  });
  return [
    {
      path: 'otherwise',
      code: 'gap',
      text: {
        zh: `有情形不命中任何行，将按“其余”处理，例如：${parts.map(({ zh }) => zh).join('，')}`,
        en: `No row covers every situation; the otherwise answer takes the rest, such as: ${parts.map(({ en }) => en).join(', ')}`,
      },
    },
  ];
}

function unusedColumns(table: DecisionTable): Fault[] {
  const sources = new Set(table.columns.flatMap(({ compute }) => compute?.columns ?? []));
  return table.columns.flatMap((column, index) => {
    if (column.role === 'output' || sources.has(column.id) || conditionsOf(table, column.id).length > 0) return [];
    const { zh, en } = column.label;
    return [
      {
        path: `columns.${index}`,
        code: 'column-unused',
        text: { zh: `没有任何行用到列“${zh}”`, en: `No row asks for column "${en}"` },
      },
    ];
  });
}
