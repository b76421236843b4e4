import type { Text2 } from '@linggong/core/domain';
import type { Fault } from '../../kind';
import { columnFaults } from './column-faults';
import { cellFault } from './cell-faults';
import { answerColumns } from './cells';
import type { DecisionTable, TableCell, TableColumn } from './shape';
import { rowWords } from './words';

/** What keeps a table from being checked: each with its cell and a sentence that says what to do. */
export function tableFaults(table: DecisionTable): Fault[] {
  return [...columnFaults(table), ...duplicateRows(table), ...rowFaults(table), ...otherwiseFaults(table)];
}

function duplicateRows({ rows }: DecisionTable): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const row = rowWords(index);
    const text = {
      zh: `${row.zh}的编号 ${id} 与前面的行重复，请更换`,
      en: `${row.en} has the id ${id} of an earlier row; give it another`,
    };
    return [{ path: `rows.${index}.id`, code: 'row-twice', text }];
  });
}

function rowFaults(table: DecisionTable): Fault[] {
  const columns = byId(table);
  return table.rows.flatMap(({ cells }, index) =>
    cellsFaults(table, columns, cells, `rows.${index}.cells`, rowWords(index), true),
  );
}

function otherwiseFaults(table: DecisionTable): Fault[] {
  // In a table that collects, no hit may mean no answer.
  const complete = table.hitPolicy === 'first' || Object.keys(table.otherwise).length > 0;
  const where = { zh: '“其余”', en: 'The otherwise answer' };
  const conditions = Object.keys(table.otherwise).flatMap((id) =>
    table.columns.some((column) => column.id === id && column.role !== 'output')
      ? [
          {
            path: `otherwise.${id}`,
            code: 'otherwise-condition',
            text: {
              zh: '“其余”只填答案列，请清除条件列',
              en: 'The otherwise answer has answer columns only; clear the condition',
            },
          },
        ]
      : [],
  );
  return [...conditions, ...cellsFaults(table, byId(table), table.otherwise, 'otherwise', where, complete)];
}

const byId = ({ columns }: DecisionTable): Map<string, TableColumn> =>
  new Map(columns.map((column) => [column.id, column]));

function cellsFaults(
  table: DecisionTable,
  columns: ReadonlyMap<string, TableColumn>,
  cells: Readonly<Record<string, TableCell>>,
  path: string,
  where: Text2,
  complete: boolean,
): Fault[] {
  const wrong = Object.entries(cells).flatMap(([id, cell]) => {
    const column = columns.get(id);
    const fault = column === undefined ? unknownColumn(id) : cellFault(column, cell);
    if (fault === undefined) return [];
    const name = column?.label ?? { zh: id, en: id };
    const text = { zh: `${where.zh} · ${name.zh}：${fault.text.zh}`, en: `${where.en}, ${name.en}: ${fault.text.en}` };
    return [{ path: `${path}.${id}`, code: fault.code, text }];
  });
  return complete ? [...wrong, ...missingAnswers(table, cells, path, where)] : wrong;
}

const unknownColumn = (id: string): Omit<Fault, 'path'> => ({
  code: 'column-unknown',
  text: { zh: `表中没有列 ${id}，请删除该单元格`, en: `there is no column ${id}; remove the cell` },
});

function missingAnswers(
  table: DecisionTable,
  cells: Readonly<Record<string, TableCell>>,
  path: string,
  where: Text2,
): Fault[] {
  return answerColumns(table)
    .filter(({ id, required }) => required === true && cells[id] === undefined)
    .map(({ id, label }) => ({
      path: `${path}.${id}`,
      code: 'answer-missing',
      text: { zh: `${where.zh}没有填写${label.zh}`, en: `${where.en} gives no ${label.en}` },
    }));
}
