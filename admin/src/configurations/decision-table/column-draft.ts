import {
  tableColumn,
  type Computation,
  type DecisionTable,
  type TableColumn,
  type TableCommand,
} from '@linggong/studio/domain';
import type { Text2 } from '../../parts/text2';

/** A column while it is filled in. */
export interface ColumnDraft {
  readonly zh: string;
  readonly en: string;
  readonly field: string;
  readonly role: TableColumn['role'];
  readonly type: TableColumn['type'];
  readonly required: boolean;
  /** One choice a line: `a 甲级 Class A`, its value, then its names. */
  readonly choices: string;
  readonly of: Computation;
  readonly sources: readonly string[];
}

export function columnDraftOf(column: TableColumn | undefined): ColumnDraft {
  return {
    zh: column?.label.zh ?? '',
    en: column?.label.en ?? '',
    field: column?.field ?? '',
    role: column?.role ?? 'input',
    type: column?.type ?? 'number',
    required: column?.required ?? false,
    choices: (column?.choices ?? []).map(({ value, label }) => `${value} | ${label.zh} | ${label.en}`).join('\n'),
    of: column?.compute?.of ?? 'sum',
    sources: column?.compute?.columns ?? [],
  };
}

type Made = { readonly ok: true; readonly command: TableCommand } | { readonly ok: false; readonly text: Text2 };

/** The command of a draft. New columns come behind the last one of their side: conditions before answers. */
export function columnCommand(table: DecisionTable, old: TableColumn | undefined, draft: ColumnDraft): Made {
  const parsed = tableColumn.safeParse(columnOf(draft, old?.id ?? freeId(table, draft.field)));
  if (!parsed.success) {
    const part = String(parsed.error.issues[0]?.path[0] ?? '').replace(/^id$/, 'field');
    return { ok: false, text: refusals[part] ?? { zh: '请检查各项填写', en: 'Look at the fields again' } };
  }
  const column = parsed.data;
  if (old !== undefined) return { ok: true, command: { do: 'change-column', column: old.id, to: column } };
  const first = table.columns.findIndex(({ role }) => role === 'output');
  const at = column.role === 'output' || first < 0 ? table.columns.length : first;
  return { ok: true, command: { do: 'insert-column', at, column, cells: [] } };
}

const refusals: Readonly<Record<string, Text2>> = {
  label: { zh: '请填写中文和英文名称', en: 'Name the column in both languages' },
  field: {
    zh: '字段名以小写字母开头，只含字母和数字，例如 amountFen',
    en: 'The field begins with a small letter and has letters and digits only, such as amountFen',
  },
  choices: {
    zh: '每行一个选项：值 | 中文 | 英文，例如 a | 甲级 | Class A',
    en: 'One choice a line: value | Chinese | English, such as a | 甲级 | Class A',
  },
  compute: { zh: '请选择计算所依据的列', en: 'Pick the columns that it is computed of' },
};

function columnOf(draft: ColumnDraft, id: string): object {
  const { role, type, of, sources, required } = draft;
  const choices = draft.choices
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [value = '', zh = '', en = ''] = line.split('|').map((part) => part.trim());
      return { value, label: { zh, en } };
    });
  return {
    id,
    role,
    type,
    field: draft.field.trim(),
    label: { zh: draft.zh, en: draft.en },
    ...(type === 'choice' && { choices }),
    ...(required && role !== 'computed' && { required }),
    ...(role === 'computed' && { compute: { of, columns: [...sources] } }),
  };
}

/** An id after the field, `amountFen` → `amount-fen`, that no column has yet. */
function freeId({ columns }: DecisionTable, field: string): string {
  const stem = field
    .trim()
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .slice(0, 50);
  const taken = new Set(columns.map(({ id }) => id));
  const numbered = Array.from({ length: columns.length + 1 }, (_, index) =>
    index === 0 ? stem : `${stem}-${index + 1}`,
  );
  return numbered.find((id) => !taken.has(id)) ?? stem;
}
