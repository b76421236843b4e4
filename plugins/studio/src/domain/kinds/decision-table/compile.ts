import type { Json } from '../../kind';
import { answerColumns, conditionColumns, conditionOf, isRange } from './cells';
import { columnValues, rounded } from './computed';
import { answersOf, type TableOutcome } from './evaluate';
import { holds } from './holds';
import type { TableInput } from './input';
import type { DecisionTable, TableColumn, TableCondition, TableRange, TableRow, TableScalar } from './shape';

/** A table made ready to decide thousands of inputs a second; it comes out as `evaluateTable` does, which a property test holds. */
export interface CompiledTable {
  /** Places of the rows that hit, in their order. */
  hits(input: TableInput): number[];
  /** The outcome where the rows of these places hit. Answers are shared between outcomes: they are read, never written. */
  outcome(hits: readonly number[]): TableOutcome;
}

type Holds = (value: Json | undefined) => boolean;

/** What one cell asks, of the value at a place. */
interface Test {
  readonly place: number;
  readonly holds: Holds;
}

interface ReadyRow {
  readonly index: number;
  readonly tests: readonly Test[];
}

export function compileTable(table: DecisionTable): CompiledTable {
  const columns = conditionColumns(table);
  const rows = table.rows.flatMap((row, index) => (row.off === true ? [] : [readyRow(row, index, columns)]));
  const valuesOf = columns.some(({ role }) => role === 'computed') ? withComputed(table, columns) : sentValues(columns);
  const isFirst = table.hitPolicy === 'first';
  return {
    hits(input) {
      const values = valuesOf(input);
      const hits: number[] = [];
      for (const { index, tests } of rows) {
        if (!allHold(tests, values)) continue;
        hits.push(index);
        if (isFirst) break;
      }
      return hits;
    },
    outcome: outcomesOf(table),
  };
}

function readyRow({ cells }: TableRow, index: number, columns: readonly TableColumn[]): ReadyRow {
  const tests = columns.flatMap(({ id }, place) => {
    const condition = conditionOf(cells, id);
    return condition === undefined ? [] : [{ place, holds: testOf(condition) }];
  });
  return { index, tests };
}

function allHold(tests: readonly Test[], values: readonly (Json | undefined)[]): boolean {
  for (const test of tests) if (!test.holds(values[test.place])) return false;
  return true;
}

type Values = (input: TableInput) => readonly (Json | undefined)[];

function withComputed(table: DecisionTable, columns: readonly TableColumn[]): Values {
  return (input) => {
    const values = columnValues(table, input);
    return columns.map(({ id }) => values.get(id));
  };
}

function sentValues(columns: readonly TableColumn[]): Values {
  const fields = columns.map(({ field }) => field);
  return (input) =>
    fields.map((field) => {
      const sent = Object.hasOwn(input, field) ? input[field] : undefined;
      return typeof sent === 'number' ? rounded(sent) : sent;
    });
}

function testOf(condition: TableCondition): Holds {
  if ('is' in condition) return (value) => value === condition.is;
  if ('in' in condition) return among(new Set(condition.in));
  if ('notIn' in condition) {
    const listed = among(new Set(condition.notIn));
    return (value) => value !== undefined && value !== null && !listed(value);
  }
  return isRange(condition) ? rangeTest(condition) : (value) => holds(condition, value);
}

const among =
  (listed: ReadonlySet<TableScalar>): Holds =>
  (value) =>
    typeof value !== 'object' && value !== undefined && listed.has(value);

/** Ranges of numbers, nearly all that tables ask, without a look at which edges there are; others as by hand. */
function rangeTest(condition: TableRange): Holds {
  const { from, above, to, below } = condition;
  const isNumeric = [from, above, to, below].every((edge) => edge === undefined || typeof edge === 'number');
  if (!isNumeric) return (value) => holds(condition, value);
  const least = Math.max(Number(from ?? -Infinity), Number(above ?? -Infinity));
  const most = Math.min(Number(to ?? Infinity), Number(below ?? Infinity));
  const isLeastOut = above !== undefined && least === above;
  const isMostOut = below !== undefined && most === below;
  return (value) => {
    if (typeof value !== 'number') return holds(condition, value);
    return (isLeastOut ? value > least : value >= least) && (isMostOut ? value < most : value <= most);
  };
}

function outcomesOf(table: DecisionTable): CompiledTable['outcome'] {
  const columns = answerColumns(table);
  const answers = table.rows.map(({ cells }) => answersOf(columns, cells));
  const otherwise = answersOf(columns, table.otherwise);
  const fallback = Object.keys(otherwise).length > 0 ? [otherwise] : [];
  return (hits) => {
    const rows = hits.map((index) => table.rows[index]?.id ?? '');
    const given = hits.map((index) => answers[index] ?? otherwise);
    if (table.hitPolicy === 'first') return { rows, answer: given[0] ?? otherwise };
    return { rows, answers: given.length > 0 ? given : fallback };
  };
}
