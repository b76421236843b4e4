import {
  isConditionColumn,
  valueWords,
  type DecisionTable,
  type TableColumn,
  type TableInput,
  type TableOutcome,
  type TypedCell,
} from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';

export type TriedInput =
  { readonly ok: true; readonly values: TableInput } | { readonly ok: false; readonly text: Text2 };

/** What was typed for each input column, as the table is asked; empty fields are not sent. */
export function inputOf(
  table: DecisionTable,
  typed: Readonly<Record<string, string>>,
  read: (column: TableColumn, text: string) => TypedCell,
): TriedInput {
  const values: [string, string | number | boolean][] = [];
  for (const column of table.columns.filter(({ role }) => role === 'input')) {
    const text = (typed[column.id] ?? '').trim();
    if (text === '' && column.required === true) return refusal(column, { zh: '必须填写', en: 'must be filled in' });
    if (text === '') continue;
    const isPlain = column.type === 'text' || column.type === 'choice';
    // One value, read as the answer of such a column would be.
    const cell = read({ ...column, role: 'output' }, isPlain ? JSON.stringify(text) : text);
    if (!cell.ok) return refusal(column, cell.text);
    if (cell.cell !== undefined && typeof cell.cell !== 'object') values.push([column.field, cell.cell]);
  }
  return { ok: true, values: Object.fromEntries(values) };
}

const refusal = ({ label }: TableColumn, why: Text2): TriedInput => ({
  ok: false,
  text: { zh: `${label.zh}：${why.zh}`, en: `${label.en}: ${why.en}` },
});

/** The answers of an outcome, a text for each row that gave some: `结论 复核，理由 金额较大`. */
export function answersInWords(table: DecisionTable, { answer, answers }: TableOutcome): Text2[] {
  const columns = table.columns.filter((column) => !isConditionColumn(column));
  return (answers ?? (answer === undefined ? [] : [answer])).flatMap((given) => {
    const parts = columns.flatMap((column) => {
      const value = given[column.field];
      if (value === undefined) return [];
      const words = valueWords(column, value);
      return [{ zh: `${column.label.zh} ${words.zh}`, en: `${column.label.en} ${words.en}` }];
    });
    return parts.length === 0
      ? []
      : [{ zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }];
  });
}
