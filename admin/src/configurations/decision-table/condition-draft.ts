import { cellText, readCellText, type TableColumn, type TableCondition, type TypedCell } from '@linggong/studio/domain';

export const modes = ['any', 'range', 'in', 'notIn', 'matches'] as const;
export type Mode = (typeof modes)[number];

/** One end of a range while it is typed. */
export interface EndDraft {
  readonly sign: string;
  readonly text: string;
}

/** A condition while it is picked: what each way of asking holds, kept when the way is changed. */
export interface ConditionDraft {
  readonly mode: Mode;
  readonly low: EndDraft;
  readonly high: EndDraft;
  /** Values as they are typed, one a line; of a choice column the values picked. */
  readonly values: readonly string[];
  readonly pattern: string;
}

const sized = ['number', 'money', 'day'];

/** The ways in which a column can be asked. */
export function modesOf({ type }: TableColumn): Mode[] {
  if (sized.includes(type)) return ['any', 'range', 'in', 'notIn'];
  return type === 'text' ? ['any', 'in', 'notIn', 'matches'] : ['any', 'in', 'notIn'];
}

const blank: ConditionDraft = {
  mode: 'any',
  low: { sign: '≥', text: '' },
  high: { sign: '≤', text: '' },
  values: [],
  pattern: '',
};

/** What the editor of a cell begins with. An empty cell begins with what people ask most of such a column. */
export function draftOf(column: TableColumn, condition: TableCondition | undefined): ConditionDraft {
  const usual: Mode = sized.includes(column.type) ? 'range' : 'in';
  if (condition === undefined) return { ...blank, mode: usual };
  // A value alone is typed as it is written; of texts and choices it is the value itself.
  const typed = (value: string | number | boolean): string =>
    column.type === 'choice' || column.type === 'text' ? String(value) : cellText(column, { is: value });
  if ('is' in condition) return { ...blank, mode: 'in', values: [typed(condition.is)] };
  if ('in' in condition) return { ...blank, mode: 'in', values: condition.in.map(typed) };
  if ('notIn' in condition) return { ...blank, mode: 'notIn', values: condition.notIn.map(typed) };
  if ('matches' in condition) return { ...blank, mode: 'matches', pattern: condition.matches };
  const { from, above, to, below } = condition;
  const [low, high] = [from ?? above, to ?? below];
  return {
    ...blank,
    mode: 'range',
    low: { sign: above === undefined ? '≥' : '>', text: low === undefined ? '' : typed(low) },
    high: { sign: below === undefined ? '≤' : '<', text: high === undefined ? '' : typed(high) },
  };
}

/** The condition of a draft, or why it is none yet. Left empty it asks nothing. */
export function readDraft(column: TableColumn, draft: ConditionDraft): TypedCell {
  if (draft.mode === 'any') return { ok: true };
  if (draft.mode === 'matches')
    return draft.pattern === '' ? { ok: true } : readCellText(column, `格式：${JSON.stringify(draft.pattern)}`);
  if (draft.mode === 'range') {
    const ends = [draft.low, draft.high].filter(({ text }) => text.trim() !== '');
    return readCellText(column, ends.map(({ sign, text }) => `${sign} ${text.trim()}`).join(' 且 '));
  }
  const isText = column.type === 'text' || column.type === 'choice';
  const values = draft.values.map((value) => value.trim()).filter((value) => value !== '');
  if (values.length === 0) return { ok: true };
  const typed = values.map((value) => (isText ? JSON.stringify(value) : value));
  if (draft.mode === 'in' && typed.length === 1) return readCellText(column, typed[0] ?? '');
  return readCellText(column, `${draft.mode === 'in' ? '任一' : '除外'}：${typed.join('；')}`);
}
