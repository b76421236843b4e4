import type { Fault } from '../../kind';
import type { DecisionTable, TableColumn } from './shape';

/** What is wrong with the columns themselves. */
export function columnFaults(table: DecisionTable): Fault[] {
  const { columns } = table;
  const faults: Fault[] = [];
  if (!columns.some(({ role }) => role === 'output'))
    faults.push({
      path: 'columns',
      code: 'no-answer-column',
      text: { zh: '表中没有答案列，请至少添加一列', en: 'The table has no answer column; add one' },
    });
  return [
    ...faults,
    ...twice(columns),
    ...columns.flatMap((column, index) => oneColumn(table, column, `columns.${index}`)),
  ];
}

/** Two columns of one id are one to the cells; two inputs, or two answers, of one field are one to code. */
function twice(columns: readonly TableColumn[]): Fault[] {
  const seen = new Set<string>();
  return columns.flatMap((column, index) => {
    const side = column.role === 'output' ? 'answer' : 'condition';
    const names = [`id ${column.id}`, `${side} ${column.field}`];
    const repeated = names.find((name) => seen.has(name));
    for (const name of names) seen.add(name);
    if (repeated === undefined) return [];
    const { zh, en } = column.label;
    const text = {
      zh: `列“${zh}”与前面的列编号或字段重复，请更换`,
      en: `Column "${en}" has the id or the field of an earlier one; change it`,
    };
    return [{ path: `columns.${index}`, code: 'column-twice', text }];
  });
}

function oneColumn(table: DecisionTable, column: TableColumn, path: string): Fault[] {
  const faults: Fault[] = [];
  const { zh, en } = column.label;
  const add = (wrong: boolean, code: string, chinese: string, english: string): void => {
    if (wrong) faults.push({ path, code, text: { zh: `列“${zh}”${chinese}`, en: `Column "${en}" ${english}` } });
  };
  const values = column.choices?.map(({ value }) => value) ?? [];
  add(
    column.type === 'choice' && values.length === 0,
    'choices-missing',
    '没有选项，请添加',
    'has no choices; add some',
  );
  add(
    column.type !== 'choice' && values.length > 0,
    'choices-unused',
    '不是选项列，请删除选项',
    'is not of choices; remove them',
  );
  add(new Set(values).size < values.length, 'choice-twice', '有重复的选项', 'has a choice twice');
  add(
    column.type === 'text2' && column.role !== 'output',
    'text2-condition',
    '是双语文字，只能作为答案',
    'is text in two languages, which can only be an answer',
  );
  add(
    (column.compute !== undefined) !== (column.role === 'computed'),
    'compute-role',
    '的计算方式与用途不符',
    'is computed, or not, against its role',
  );
  return column.compute === undefined ? faults : [...faults, ...computeFaults(table, column, path)];
}

/** A computed column stands on input columns alone, so no circle can arise. */
function computeFaults(table: DecisionTable, column: TableColumn, path: string): Fault[] {
  const { of = 'sum', columns = [] } = column.compute ?? {};
  const sources = columns.map((id) => table.columns.find((one) => one.id === id && one.role === 'input'));
  const { zh, en } = column.label;
  const fault = (code: string, chinese: string, english: string): Fault[] => [
    { path: `${path}.compute`, code, text: { zh: `列“${zh}”${chinese}`, en: `Column "${en}" ${english}` } },
  ];
  if (sources.includes(undefined))
    return fault(
      'compute-source',
      '所依据的列不存在或不是输入列',
      'is computed of a column that is not there or is no input',
    );
  const pair = of === 'share' || of === 'days-between';
  if ((pair && columns.length !== 2) || (of === 'difference' && columns.length < 2))
    return fault(
      'compute-count',
      pair ? '需要恰好两列' : '至少需要两列',
      pair ? 'needs exactly two columns' : 'needs two columns or more',
    );
  const types = new Set(sources.flatMap((source) => source?.type ?? []));
  const wants = of === 'days-between' ? ['day'] : ['number', 'money'];
  if (of !== 'count' && [...types].some((type) => !wants.includes(type)))
    return fault(
      'compute-type',
      of === 'days-between' ? '只能由日期列计算' : '只能由数字或金额列计算',
      'cannot be computed of columns of these types',
    );
  if (column.type !== resultType(of, types))
    return fault('compute-result', '的类型应为计算结果的类型', 'must have the type of what it computes');
  return [];
}

/** Sums and differences of amounts are amounts; whatever else is computed is a number. */
function resultType(of: string, types: ReadonlySet<string>): TableColumn['type'] | undefined {
  if (of !== 'sum' && of !== 'difference') return 'number';
  if (types.size !== 1) return undefined;
  return types.has('money') ? 'money' : 'number';
}
