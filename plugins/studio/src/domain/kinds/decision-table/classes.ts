import type { Text2 } from '@linggong/core/domain';
import { isRange } from './cells';
import { dayNumber } from './computed';
import { holds } from './holds';
import type { DecisionTable, Edge, TableColumn, TableCondition, TableRange, TableScalar } from './shape';
import { cellWords, listWords, valueWords } from './words';

/** A set of classes of one column, a bit for each: values of one class are alike to every row of the table. */
export type ClassSet = bigint;

/** The values of a column, cut into classes that no condition of the table tells apart. */
export interface Classes {
  /** Every class. A value that is not sent is a class of its own, which no condition holds for. */
  readonly all: ClassSet;
  of(condition: TableCondition): ClassSet;
  /** Values of a set in words, for an example; undefined where it is the missing value alone. */
  words(set: ClassSet): Text2 | undefined;
}

const bit = (index: number): ClassSet => 1n << BigInt(index);
export const hasBit = (set: ClassSet, index: number): boolean => ((set >> BigInt(index)) & 1n) === 1n;

/** The classes of a column under these conditions. */
export function classesOf(column: TableColumn, conditions: readonly TableCondition[]): Classes {
  switch (column.type) {
    case 'number':
    case 'money':
    case 'day':
      return sizeClasses(column, conditions);
    case 'boolean':
      return listClasses(column, [false, true], conditions, false);
    case 'choice':
      return listClasses(column, column.choices?.map(({ value }) => value) ?? [], conditions, false);
    default:
      return listClasses(column, [...new Set(conditions.flatMap(listed))], conditions, true);
  }
}

/** Whether the column may have no value at all. */
const mayMiss = (column: TableColumn): boolean =>
  column.role === 'computed' ? column.compute?.of !== 'count' : column.required !== true;

function listed(condition: TableCondition): readonly TableScalar[] {
  if ('is' in condition) return [condition.is];
  if ('in' in condition) return condition.in;
  return 'notIn' in condition ? condition.notIn : [];
}

/**
 * Classes of listed values; of open columns also the texts of each pattern that are not listed, and all others. Patterns are compared as
 * they are written: a text that fulfils two is in two classes, so what is told covered is covered.
 */
function listClasses(
  column: TableColumn,
  values: readonly TableScalar[],
  conditions: readonly TableCondition[],
  open: boolean,
): Classes {
  const patterns = open ? [...new Set(conditions.flatMap((one) => ('matches' in one ? [one.matches] : [])))] : [];
  const count = values.length + patterns.length + (open ? 1 : 0);
  const present = bit(count) - 1n;
  const setOf = (wanted: (value: TableScalar) => boolean): ClassSet =>
    values.reduce((set, value, index) => (wanted(value) ? set | bit(index) : set), 0n);
  return {
    all: mayMiss(column) ? present | bit(count) : present,
    of: (condition) => {
      if ('notIn' in condition) return present & ~setOf((value) => condition.notIn.includes(value));
      if ('matches' in condition)
        return setOf((value) => holds(condition, value)) | bit(values.length + patterns.indexOf(condition.matches));
      return setOf((value) => listed(condition).includes(value));
    },
    words: (set) => {
      const named = values.filter((_, index) => hasBit(set, index));
      if (named.length > 0) return listWords(column, named);
      return (set & present) === 0n ? undefined : { zh: '其他文字', en: 'other text' };
    },
  };
}

/** A place between two values: before the value, or after it. */
interface Cut {
  readonly value: number;
  readonly after: boolean;
}
const cutOrder = (left: Cut, right: Cut): number =>
  left.value === right.value ? Number(left.after) - Number(right.after) : left.value - right.value;

/** Amounts and days go by whole steps: after one is before the next. Other numbers lie dense. */
function cut(column: TableColumn, edge: Edge, after: boolean): Cut {
  const value = typeof edge === 'string' ? dayNumber(edge) : edge;
  return column.type !== 'number' && after ? { value: value + 1, after: false } : { value, after };
}

/** From where to where a range goes; open ends are undefined. */
function ends(column: TableColumn, range: TableRange): { low: Cut | undefined; high: Cut | undefined } {
  const low = range.from ?? range.above;
  const high = range.to ?? range.below;
  return {
    low: low === undefined ? undefined : cut(column, low, range.above !== undefined),
    high: high === undefined ? undefined : cut(column, high, range.to !== undefined),
  };
}

const rangesOf = (condition: TableCondition): TableRange[] =>
  isRange(condition) ? [condition] : listed(condition).map((value) => ({ from: value as Edge, to: value as Edge }));

/** Classes of numbers, amounts and days: the stretches between the ends that occur. */
function sizeClasses(column: TableColumn, conditions: readonly TableCondition[]): Classes {
  const every = conditions.flatMap(rangesOf).flatMap((range) => Object.values(ends(column, range)));
  const cuts = every
    .filter((one) => one !== undefined)
    .sort(cutOrder)
    .filter((one, index, sorted) => index === 0 || cutOrder(sorted[index - 1] ?? one, one) !== 0);
  const places = new Map(cuts.map((one, index) => [`${one.value} ${one.after}`, index + 1]));
  const placeOf = (one: Cut | undefined, open: number): number =>
    one === undefined ? open : (places.get(`${one.value} ${one.after}`) ?? open);
  const stretches = cuts.length + 1;
  const present = bit(stretches) - 1n;
  const ofRange = (range: TableRange): ClassSet => {
    const { low, high } = ends(column, range);
    const [from, to] = [placeOf(low, 0), placeOf(high, stretches)];
    return to > from ? (bit(to) - 1n) & ~(bit(from) - 1n) : 0n;
  };
  return {
    all: mayMiss(column) ? present | bit(stretches) : present,
    of: (condition) => {
      const set = rangesOf(condition).reduce((sum, range) => sum | ofRange(range), 0n);
      return 'notIn' in condition ? present & ~set : set;
    },
    words: (set) => stretchWords(column, cuts, set & present),
  };
}

/** The first run of stretches of a set, as the range that it is. */
function stretchWords(column: TableColumn, cuts: readonly Cut[], set: ClassSet): Text2 | undefined {
  const stretches = Array.from({ length: cuts.length + 1 }, (_, index) => index);
  const first = stretches.find((index) => hasBit(set, index));
  if (first === undefined) return undefined;
  const last = stretches.find((index) => index > first && !hasBit(set, index)) ?? cuts.length + 1;
  const [low, high] = [cuts[first - 1], cuts[last - 1]];
  const edge = ({ value }: Cut): Edge =>
    column.type === 'day' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : value;
  if (low === undefined && high === undefined) return { zh: '任何值', en: 'any value' };
  const step = column.type === 'number' ? 0 : 1;
  if (low !== undefined && high !== undefined && low.value + step === high.value) return valueWords(column, edge(low));
  return cellWords(column, {
    ...(low && { [low.after ? 'above' : 'from']: edge(low) }),
    ...(high && topOf(column, high, edge)),
  });
}

/** Amounts and days end with the last that is in, other numbers before or after the cut. */
function topOf(column: TableColumn, high: Cut, edge: (cut: Cut) => Edge): TableRange {
  if (column.type !== 'number') return { to: edge({ ...high, value: high.value - 1 }) };
  return high.after ? { to: edge(high) } : { below: edge(high) };
}

/** The conditions of a column in every row that decides. */
export function conditionsOf(table: DecisionTable, columnId: string): TableCondition[] {
  return table.rows.flatMap(({ cells, off }) => {
    const cell = cells[columnId];
    return off === true || typeof cell !== 'object' || 'zh' in cell ? [] : [cell];
  });
}
