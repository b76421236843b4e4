import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../../kind';
import { cellChanges } from './cell-changes';
import { changeLine, placeWords } from './change-line';
import { columnChanges } from './column-changes';
import { movedIds } from './moved-ids';
import type { DecisionTable, TableRow } from './shape';
import { rowInWords, rowWords } from './words';

const policies: Readonly<Record<DecisionTable['hitPolicy'], Text2>> = {
  first: { zh: '取第一个命中的行', en: 'the first row that hits' },
  collect: { zh: '汇总所有命中的行', en: 'every row that hits' },
};

/** What changed, as a person reads it: 「第 3 行 · 单笔金额：大于 50,000.00 → 大于 80,000.00」. Rows and columns are told by their ids. */
export function tableChanges(before: DecisionTable | undefined, after: DecisionTable): Change[] {
  const from = before ?? { hitPolicy: after.hitPolicy, columns: [], rows: [], otherwise: {} };
  const policy: Change[] =
    from.hitPolicy === after.hitPolicy
      ? []
      : [
          {
            change: 'changed',
            where: { zh: '命中方式', en: 'Hit policy' },
            before: policies[from.hitPolicy],
            after: policies[after.hitPolicy],
          },
        ];
  return [...policy, ...columnChanges(from, after), ...rowChanges(from, after), ...otherwiseChanges(from, after)];
}

function otherwiseChanges(before: DecisionTable, after: DecisionTable): Change[] {
  return cellChanges(
    { table: before, cells: before.otherwise },
    { table: after, cells: after.otherwise },
    { zh: '其余', en: 'Otherwise' },
  );
}

function rowChanges(before: DecisionTable, after: DecisionTable): Change[] {
  const old = new Map(before.rows.map((row, index) => [row.id, { row, index }]));
  const kept = new Set(after.rows.map(({ id }) => id));
  const moved = movedIds(before.rows, after.rows);
  const removed = before.rows.flatMap((row, index): Change[] =>
    kept.has(row.id)
      ? []
      : [
          {
            change: 'removed',
            where: { zh: `原第 ${index + 1} 行`, en: `Former row ${index + 1}` },
            before: rowInWords(before, row),
          },
        ],
  );
  const others = after.rows.flatMap((row, index): Change[] => {
    const was = old.get(row.id);
    const where = rowWords(index);
    if (was === undefined) return [{ change: 'added', where, after: rowInWords(after, row) }];
    const move: Change[] = moved.has(row.id)
      ? [{ change: 'moved', where, before: rowWords(was.index), after: where }]
      : [];
    const cells = cellChanges({ table: before, cells: was.row.cells }, { table: after, cells: row.cells }, where);
    return [...move, ...cells, ...besideCells(was.row, row, where)];
  });
  return [...removed, ...others];
}

function besideCells(before: TableRow, after: TableRow, where: Text2): Change[] {
  const same = (text: string | undefined): Text2 | undefined =>
    text === undefined ? undefined : { zh: text, en: text };
  const on = (row: TableRow): Text2 => (row.off === true ? { zh: '停用', en: 'off' } : { zh: '启用', en: 'on' });
  return [
    ...changeLine(placeWords(where, { zh: '状态', en: 'state' }), on(before), on(after)),
    ...changeLine(placeWords(where, { zh: '说明', en: 'note' }), before.note, after.note),
    ...changeLine(placeWords(where, { zh: '依据', en: 'basis' }), same(before.basis), same(after.basis)),
  ];
}
