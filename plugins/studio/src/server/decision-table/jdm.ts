import {
  conditionColumns,
  conditionOf,
  conditionsOf,
  dayNumber,
  holds,
  type DecisionTable,
  type Json,
  type TableColumn,
  type TableCondition,
} from '../../domain';

/** What one condition column is to the engine, and how a value crosses to it. */
interface Crossing {
  readonly column: TableColumn;
  readonly name: string;
  /** Texts and choices cross as the place of the value among those that the table lists, so no text of anybody is ever code. */
  readonly listed: ReadonlyMap<string, number>;
  /** Patterns of the column: asked before, in linear time; the engine sees which of them held. */
  readonly patterns: readonly string[];
}

export interface CompiledJdm {
  readonly graph: object;
  /** Cells that ask something: what one evaluation may have to look at. */
  readonly cells: number;
  /** The values of an input as the engine takes them. */
  context(values: ReadonlyMap<string, Json>): Record<string, Json>;
}

/** The table is put to each element of `lines`, and answers as many: one call of the engine for many inputs. */
const eachLine = { executionMode: 'loop', inputField: 'lines', outputPath: 'lines', passThrough: false } as const;
const position = { x: 0, y: 0 };
const unlisted = -1;

/** A table as a GoRules JDM graph (input → decision table → output). Its answer is the place of the row; answers are read from the table. */
export function compileJdm(table: DecisionTable): CompiledJdm {
  const crossings = conditionColumns(table).map((column, index) => crossingOf(table, column, `c${index}`));
  const inputs = crossings.flatMap(({ name, patterns }) =>
    [name, ...(patterns.length > 0 ? [`${name}m`] : [])].map((field) => ({ id: field, name: field, field })),
  );
  let cells = 0;
  const rules = table.rows.flatMap((row, index) => {
    if (row.off === true) return [];
    const asked = crossings.flatMap((crossing) => {
      const condition = conditionOf(row.cells, crossing.column.id);
      return condition === undefined ? [] : [cellOf(crossing, condition)];
    });
    cells += asked.length;
    const blank = inputs.map(({ id }) => [id, ''] as const);
    return [{ _id: String(index), ...Object.fromEntries([...blank, ...asked]), row: String(index) }];
  });
  const content = {
    ...eachLine,
    hitPolicy: table.hitPolicy,
    inputs,
    outputs: [{ id: 'row', name: 'row', field: 'row' }],
    rules,
  };
  return { graph: graphOf(content), cells, context: (values) => contextOf(crossings, values) };
}

function graphOf(content: object): object {
  return {
    nodes: [
      { id: 'input', type: 'inputNode', name: 'input', position },
      { id: 'table', type: 'decisionTableNode', name: 'table', position, content },
      { id: 'output', type: 'outputNode', name: 'output', position },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'input', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'output' },
    ],
  };
}

function crossingOf(table: DecisionTable, column: TableColumn, name: string): Crossing {
  const conditions = conditionsOf(table, column.id);
  const texts =
    column.type === 'text' || column.type === 'choice'
      ? conditions.flatMap((one) => ('is' in one ? [one.is] : 'in' in one ? one.in : 'notIn' in one ? one.notIn : []))
      : [];
  const listed = new Map([...new Set(texts)].map((text, place) => [String(text), place]));
  const patterns = [...new Set(conditions.flatMap((one) => ('matches' in one ? [one.matches] : [])))];
  return { column, name, listed, patterns };
}

function contextOf(crossings: readonly Crossing[], values: ReadonlyMap<string, Json>): Record<string, Json> {
  const context: Record<string, Json> = {};
  for (const { column, name, listed, patterns } of crossings) {
    const value = values.get(column.id);
    if (value === undefined) continue;
    context[name] = scalarOf(column, listed, value);
    if (patterns.length > 0)
      context[`${name}m`] = patterns.flatMap((matches, place) => (holds({ matches }, value) ? [place] : []));
  }
  return context;
}

function scalarOf(column: TableColumn, listed: ReadonlyMap<string, number>, value: Json): Json {
  if (typeof value !== 'string') return value;
  return column.type === 'day' ? dayNumber(value) : (listed.get(value) ?? unlisted);
}

/** The expression of a cell, made of numbers and comparisons alone. A value that was not sent is null and fulfils none of them. */
function cellOf(crossing: Crossing, condition: TableCondition): readonly [field: string, expression: string] {
  const { name, column, listed, patterns } = crossing;
  const literal = (value: Json): string => literalOf(scalarOf(column, listed, value));
  if ('is' in condition) return [name, `== ${literal(condition.is)}`];
  if ('in' in condition) return [name, `in [${condition.in.map(literal).join(', ')}]`];
  if ('notIn' in condition) return [name, `$ != null and $ not in [${condition.notIn.map(literal).join(', ')}]`];
  if ('matches' in condition) return [`${name}m`, `contains($, ${patterns.indexOf(condition.matches)})`];
  const comparisons = [
    [condition.from, '>='],
    [condition.above, '>'],
    [condition.to, '<='],
    [condition.below, '<'],
  ] as const;
  const asked = comparisons.flatMap(([edge, sign]) => (edge === undefined ? [] : [`${sign} ${literal(edge)}`]));
  return [name, ['$ != null', ...asked].join(' and ')];
}

/** Numbers without an exponent; tables have six decimals at most. */
function literalOf(value: Json): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6);
}
