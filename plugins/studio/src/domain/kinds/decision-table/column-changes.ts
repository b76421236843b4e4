import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../../kind';
import { canonical } from './canonical';
import { changeLine, placeWords } from './change-line';
import { movedIds } from './moved-ids';
import type { ColumnType, Computation, DecisionTable, TableColumn } from './shape';

export const typeNames: Readonly<Record<ColumnType, Text2>> = {
  number: { zh: '数字', en: 'number' },
  money: { zh: '金额', en: 'amount' },
  text: { zh: '文本', en: 'text' },
  choice: { zh: '选项', en: 'choice' },
  boolean: { zh: '是否', en: 'yes or no' },
  day: { zh: '日期', en: 'day' },
  text2: { zh: '双语文字', en: 'text in both languages' },
};

export const roleNames: Readonly<Record<TableColumn['role'], Text2>> = {
  input: { zh: '条件', en: 'condition' },
  computed: { zh: '计算', en: 'computed' },
  output: { zh: '答案', en: 'answer' },
};

export const computationNames: Readonly<Record<Computation, Text2>> = {
  sum: { zh: '合计', en: 'sum of' },
  difference: { zh: '差额', en: 'difference of' },
  share: { zh: '占比', en: 'share of' },
  count: { zh: '已填项数', en: 'how many are given of' },
  'days-between': { zh: '相隔天数', en: 'days between' },
};

/** Columns added, removed, moved, and what changed about those that stayed. */
export function columnChanges(before: DecisionTable, after: DecisionTable): Change[] {
  const moved = movedIds(before.columns, after.columns);
  const removed = before.columns
    .filter(({ id }) => !after.columns.some((column) => column.id === id))
    .flatMap((column) => changeLine(place(column), kindWords(column), undefined));
  const others = after.columns.flatMap((column, index) => {
    const was = before.columns.findIndex(({ id }) => id === column.id);
    const old = before.columns[was];
    if (old === undefined) return changeLine(place(column), undefined, kindWords(column));
    const order = (at: number): Text2 => ({ zh: `第 ${at + 1} 列`, en: `column ${at + 1}` });
    const move: Change[] = moved.has(column.id)
      ? [{ change: 'moved', where: place(column), before: order(was), after: order(index) }]
      : [];
    return [...move, ...factChanges(before, old, after, column)];
  });
  return [...removed, ...others];
}

const place = ({ label }: TableColumn): Text2 => ({ zh: `列“${label.zh}”`, en: `Column "${label.en}"` });

const kindWords = ({ role, type }: TableColumn): Text2 => ({
  zh: `${roleNames[role].zh}，${typeNames[type].zh}`,
  en: `${roleNames[role].en}, ${typeNames[type].en}`,
});

function factChanges(before: DecisionTable, old: TableColumn, after: DecisionTable, column: TableColumn): Change[] {
  const same = (text: string): Text2 => ({ zh: text, en: text });
  const required = (one: TableColumn): Text2 =>
    one.required === true ? { zh: '必填', en: 'required' } : { zh: '选填', en: 'optional' };
  const facts: [Text2, Text2 | undefined, Text2 | undefined][] = [
    [{ zh: '名称', en: 'name' }, old.label, column.label],
    [{ zh: '字段', en: 'field' }, same(old.field), same(column.field)],
    [{ zh: '类型', en: 'type' }, kindWords(old), kindWords(column)],
    [{ zh: '必填', en: 'required' }, required(old), required(column)],
    [{ zh: '选项', en: 'choices' }, choiceWords(old), choiceWords(column)],
  ];
  const computed: typeof facts =
    canonical(old.compute) === canonical(column.compute)
      ? []
      : [[{ zh: '计算方式', en: 'computed as' }, computeWords(before, old), computeWords(after, column)]];
  return [...facts, ...computed].flatMap(([name, left, right]) =>
    changeLine(placeWords(place(column), name), left, right),
  );
}

function choiceWords({ choices }: TableColumn): Text2 | undefined {
  if (choices === undefined) return undefined;
  return {
    zh: choices.map(({ label, value }) => `${label.zh}（${value}）`).join('、'),
    en: choices.map(({ label, value }) => `${label.en} (${value})`).join(', '),
  };
}

function computeWords(table: DecisionTable, { compute }: TableColumn): Text2 | undefined {
  if (compute === undefined) return undefined;
  const labels = compute.columns.map(
    (id) => table.columns.find((column) => column.id === id)?.label ?? { zh: id, en: id },
  );
  const name = computationNames[compute.of];
  return {
    zh: `${name.zh}（${labels.map(({ zh }) => zh).join('、')}）`,
    en: `${name.en} ${labels.map(({ en }) => en).join(', ')}`,
  };
}
