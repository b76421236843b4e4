import { isDay } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import { explodes, parsedPattern } from '../shared/exploding';
import { isCondition, isRange, isText2 } from './cells';
import { holds, isPattern } from './holds';
import type { Edge, TableCell, TableColumn, TableCondition, TableRange } from './shape';

type CellFault = Omit<Fault, 'path'>;

const fault = (code: string, zh: string, en: string): CellFault => ({ code, text: { zh, en } });

/** Why a cell does not fit its column; undefined where it does. */
export function cellFault(column: TableColumn, cell: TableCell): CellFault | undefined {
  if (column.role === 'output') {
    if (isCondition(cell))
      return fault('cell-condition', '答案列填写值，不填条件', 'an answer is a value, not a condition');
    return valueFits(column, cell) ? undefined : wrongType(column);
  }
  if (!isCondition(cell))
    return fault('cell-value', '条件列填写条件，不填值', 'a condition column holds conditions, not values');
  return conditionFault(column, cell);
}

function conditionFault(column: TableColumn, condition: TableCondition): CellFault | undefined {
  if ('is' in condition) return valueFits(column, condition.is) ? undefined : wrongType(column);
  if ('in' in condition) return listFault(column, condition.in);
  if ('notIn' in condition) return listFault(column, condition.notIn);
  if ('matches' in condition) return patternFault(column, condition.matches);
  return isRange(condition) ? rangeFault(column, condition) : undefined;
}

function listFault(column: TableColumn, values: readonly TableCell[]): CellFault | undefined {
  if (new Set(values).size < values.length)
    return fault('list-twice', '列表中有重复的值，请删除', 'a value is listed twice; remove one');
  return values.every((value) => valueFits(column, value)) ? undefined : wrongType(column);
}

function patternFault(column: TableColumn, pattern: string): CellFault | undefined {
  if (column.type !== 'text')
    return fault('pattern-column', '只有文本列可以用格式匹配', 'only text columns take patterns');
  if (!isPattern(pattern))
    return fault(
      'pattern-unsafe',
      '格式无法使用：写法有误，或含有前后查找、反向引用等可能无限运行的写法，请改写',
      'the pattern is wrong, or uses look-around or back-references, which may never end; write it without',
    );
  // RE2 ends with it all the same; a table goes out to other engines as well, and is refused as a form is.
  const parsed = parsedPattern(pattern);
  if (parsed !== undefined && explodes(parsed))
    return fault(
      'pattern-explodes',
      '格式里重复套重复（如 (a+)+），换一个系统匹配会耗时过长，请改写',
      'the pattern repeats what repeats, as (a+)+ does, and may never end elsewhere; write it without',
    );
  return undefined;
}

function rangeFault(column: TableColumn, range: TableRange): CellFault | undefined {
  if (!['number', 'money', 'day'].includes(column.type))
    return fault('range-column', '只有数字、金额和日期可以用范围', 'only numbers, amounts and days take ranges');
  const edges = [range.from, range.to, range.above, range.below].filter((edge) => edge !== undefined);
  if (edges.length === 0)
    return fault('range-open', '范围没有界限，请填写或清空', 'the range has no end; fill it in or clear the cell');
  if (!edges.every((edge) => valueFits(column, edge))) return wrongType(column);
  if ((range.from !== undefined && range.above !== undefined) || (range.to !== undefined && range.below !== undefined))
    return fault('range-doubled', '同一端填了两个界限，请只留一个', 'one end is given twice; keep one');
  return holdsSomething(column, range)
    ? undefined
    : fault('range-empty', '范围内没有任何值，请检查上下限', 'nothing lies in the range; look at its ends');
}

/** Whether anything lies in a range. Amounts and days step by one, other numbers by millionths. */
function holdsSomething(column: TableColumn, range: TableRange): boolean {
  const low = range.from ?? range.above;
  const high = range.to ?? range.below;
  if (low === undefined || high === undefined) return true;
  return holds(range, range.above === undefined ? low : nextAbove(column, low));
}

function nextAbove(column: TableColumn, value: Edge): Edge {
  if (typeof value === 'string')
    return new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return column.type === 'money' ? value + 1 : Number((value + 0.000001).toFixed(6));
}

/** Whether a value is one of the column's type. */
export function valueFits(column: TableColumn, value: TableCell): boolean {
  switch (column.type) {
    case 'number':
      return typeof value === 'number';
    case 'money':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return column.choices?.some((choice) => choice.value === value) ?? false;
    case 'text':
      return typeof value === 'string';
    case 'text2':
      return isText2(value);
  }
}

const typeWords: Readonly<Record<TableColumn['type'], [zh: string, en: string]>> = {
  number: ['此列填写数字', 'the column takes numbers'],
  money: ['此列填写金额', 'the column takes amounts'],
  boolean: ['此列填写“是”或“否”', 'the column takes yes or no'],
  day: ['此列填写日期', 'the column takes days'],
  choice: ['此列只能从选项中选取', 'the column takes one of its choices'],
  text: ['此列填写文字', 'the column takes text'],
  text2: ['此列填写中英文两种文字', 'the column takes text in both languages'],
};

function wrongType(column: TableColumn): CellFault {
  const [zh, en] = typeWords[column.type];
  return fault('cell-type', zh, en);
}
