import type { Text2 } from '@linggong/core/domain';
import type { Evaluation, Json } from '../../kind';
import { answerColumns, conditionColumns, conditionOf } from './cells';
import { columnValues } from './computed';
import { holds } from './holds';
import type { TableInput } from './input';
import type { DecisionTable, TableAnswer, TableCell, TableColumn, TableRow } from './shape';
import { cellWords, rowWords, valueWords } from './words';

export type TableAnswers = Readonly<Record<string, Json>>;

/** What a table decides: the rows that hit, by id, and the answers by field. */
export interface TableOutcome {
  readonly rows: readonly string[];
  /** Hit policy `first`: of the row that hit, or the otherwise answer. `collect`: absent. */
  readonly answer?: TableAnswers;
  /** Hit policy `collect`: of every row that hit, in their order, or the otherwise answer where there is one and no row hit. */
  readonly answers?: readonly TableAnswers[];
}

/** Decides one input by hand, row by row, with the reasons in words: what every faster way is held to. */
export function evaluateTable(table: DecisionTable, input: TableInput): Evaluation<TableOutcome> {
  const values = columnValues(table, input);
  const hits: number[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (!rowHits(table, row, values)) continue;
    hits.push(index);
    if (table.hitPolicy === 'first') break;
  }
  return { outcome: tableOutcome(table, hits), trace: traceOf(table, values, hits) };
}

export function rowHits(table: DecisionTable, row: TableRow, values: ReadonlyMap<string, Json>): boolean {
  if (row.off === true) return false;
  return conditionColumns(table).every((column) => {
    const condition = conditionOf(row.cells, column.id);
    return condition === undefined || holds(condition, values.get(column.id));
  });
}

/** The outcome where the rows of these places hit. */
export function tableOutcome(table: DecisionTable, hits: readonly number[]): TableOutcome {
  const rows = hits.flatMap((index) => table.rows[index] ?? []);
  const ids = rows.map(({ id }) => id);
  const columns = answerColumns(table);
  const otherwise = answersOf(columns, table.otherwise);
  if (table.hitPolicy === 'first') {
    return { rows: ids, answer: rows[0] === undefined ? otherwise : answersOf(columns, rows[0].cells) };
  }
  const answers = rows.map(({ cells }) => answersOf(columns, cells));
  const fallback = Object.keys(otherwise).length > 0 ? [otherwise] : [];
  return { rows: ids, answers: answers.length > 0 ? answers : fallback };
}

/** What answer columns give in these cells, by field. */
export function answersOf(columns: readonly TableColumn[], cells: Readonly<Record<string, TableCell>>): TableAnswers {
  return Object.fromEntries(
    columns.flatMap(({ id, field }) => {
      const cell = cells[id];
      return cell === undefined ? [] : [[field, cell as TableAnswer as Json]];
    }),
  );
}

/** Which rows of these places hit and why, in words. */
export function traceOf(table: DecisionTable, values: ReadonlyMap<string, Json>, hits: readonly number[]): Text2[] {
  if (hits.length === 0) {
    return [
      {
        zh: `共 ${table.rows.length} 行，均未命中，按“其余”处理`,
        en: `None of ${table.rows.length} rows hit; the otherwise answer applies`,
      },
    ];
  }
  return hits.map((index) => hitWords(table, values, index));
}

/** 「第 3 行命中：单笔金额 60,000.00（大于 50,000.00）」 */
function hitWords(table: DecisionTable, values: ReadonlyMap<string, Json>, index: number): Text2 {
  const row = table.rows[index];
  const parts = conditionColumns(table).flatMap((column) => {
    const condition = row === undefined ? undefined : conditionOf(row.cells, column.id);
    if (condition === undefined) return [];
    const value = valueWords(column, values.get(column.id) ?? '');
    const asked = cellWords(column, condition);
    return [
      { zh: `${column.label.zh} ${value.zh}（${asked.zh}）`, en: `${column.label.en} ${value.en} (${asked.en})` },
    ];
  });
  const { zh, en } = rowWords(index);
  return {
    zh: `${zh}命中：${parts.map((part) => part.zh).join('，') || '任何情形'}`,
    en: `${en} hits: ${parts.map((part) => part.en).join(', ') || 'anything'}`,
  };
}
