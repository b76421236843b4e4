import type { SheetColumn } from '@linggong/core';
import type { DecisionTable, TableColumn } from '../../domain';

/** What stands beside the columns of a table in its sheet. The ids of rows are in a hidden column. */
export const beside = {
  id: '行编号',
  noteZh: '说明（中文）',
  noteEn: '说明（英文）',
  basis: '依据',
  off: '停用',
} as const;

/** Id that the otherwise answer has in a sheet; no row can have it. */
export const otherwiseSheetId = '*';

/** Excel takes no longer text in a cell. */
const cellMax = 32_000;

/** The title of a column; two of one name are told apart by their field. */
export function sheetTitle({ columns }: DecisionTable, column: TableColumn): string {
  const isAlone =
    columns.filter(({ label }) => label.zh === column.label.zh).length === 1 &&
    !Object.values(beside).some((title) => title === column.label.zh);
  return isAlone ? column.label.zh : `${column.label.zh}（${column.field}）`;
}

/** The columns that a sheet of this table has, all of them and no other. */
export function sheetColumns(table: DecisionTable): SheetColumn[] {
  const own = table.columns.map((column, index): SheetColumn => ({
    key: `c${index}`,
    titles: [sheetTitle(table, column)],
    required: true,
    // Spreadsheets make numbers of what looks like one; those are exact here, since tables have six decimals at most.
    kind: column.type === 'number' || column.type === 'money' ? 'amount' : 'text',
    maxLength: cellMax,
  }));
  const others = Object.entries(beside).map(([key, title]): SheetColumn => ({
    key,
    titles: [title],
    required: true,
    kind: 'text',
    maxLength: 1_000,
  }));
  return [...others.slice(0, 1), ...own, ...others.slice(1)];
}
