import type { SheetRow } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { listWords, newListEntry, type ListColumnKey, type ListImportFault, type NewListEntry } from '../../api';
import { endFault } from '../../domain';
import { endRefused } from './list-problems';
import { readListValue, type ListValue } from './list-value';

export interface GoodRow {
  readonly rowNo: number;
  readonly entry: NewListEntry;
  readonly value: ListValue;
}

/** The code that a cell stands for: the code itself, or its word in one of the languages. */
function codeOf<C extends string>(words: Readonly<Record<C, Text2>>, cell: string): C | undefined {
  const typed = cell.normalize('NFKC').trim().toLowerCase();
  return (Object.keys(words) as C[]).find((code) =>
    [code, words[code].zh, words[code].en].some((word) => word.toLowerCase() === typed),
  );
}

const unknown = (words: Readonly<Record<string, Text2>>): Text2 => ({
  zh: `请填写：${Object.values(words)
    .map(({ zh }) => zh)
    .join('、')}`,
  en: `Write one of: ${Object.values(words)
    .map(({ en }) => en)
    .join(', ')}`,
});

const titles: Readonly<Partial<Record<ListColumnKey, Text2>>> = {
  reason: {
    zh: '理由为 2 至 500 字，且不含证件号码、手机号或银行卡号',
    en: 'A reason has 2 to 500 characters and no number of a person',
  },
  rules: {
    zh: '豁免名单须写明规则代码（以空格分隔），其他名单不写',
    en: 'An allow list names codes of rules, apart by blanks; no other does',
  },
  endsOn: { zh: '日期格式为 YYYY-MM-DD', en: 'A day is written YYYY-MM-DD' },
  value: { zh: '未填写或过长', en: 'Missing, or too long' },
};
/** The code is quoted: it has the form of one, so no datum of a person stands there. */
const noRule = (rule: string): Text2 => ({
  zh: `生效中的风控判定表没有规则 ${rule}`,
  en: `The risk table in force has no rule ${rule}`,
});
const unreadable: Text2 = {
  zh: '单元格无法按文本读取，请改为文本格式',
  en: 'The cell cannot be read as text; format it as text',
};

/** A row of the sheet as an entry, sealed, or every reason why it is none. Reasons quote no value. */
export function readListRow(
  vault: Vault,
  { rowNo, cells, faults: unread }: SheetRow<ListColumnKey>,
  { today, rules: known }: { readonly today: Day; readonly rules: ReadonlySet<string> },
): GoodRow | ListImportFault[] {
  const fault = (field: string, code: string, { zh, en }: Text2): ListImportFault => ({ rowNo, field, code, zh, en });
  if (unread.length > 0) return unread.map(({ column, reason }) => fault(column, `cell-${reason}`, unreadable));
  const faults: ListImportFault[] = [];
  for (const field of ['kind', 'subjectKind', 'source'] as const) {
    if (codeOf<string>(listWords[field], cells[field]) === undefined) {
      faults.push(fault(field, 'word-unknown', unknown(listWords[field])));
    }
  }
  const rules = cells.rules.split(/[\s,，;；]+/).filter((word) => word !== '');
  const parsed = newListEntry.safeParse({
    kind: codeOf(listWords.kind, cells.kind),
    subjectKind: codeOf(listWords.subjectKind, cells.subjectKind),
    source: codeOf(listWords.source, cells.source),
    value: cells.value,
    reason: cells.reason,
    ...(rules.length > 0 ? { rules } : {}),
    ...(cells.endsOn === '' ? {} : { endsOn: cells.endsOn.replace(/[/.]/g, '-') }),
  });
  if (!parsed.success) {
    const named = new Set(faults.map(({ field }) => field));
    for (const { path } of parsed.error.issues) {
      const field = String(path[0] ?? 'value');
      if (named.has(field)) continue;
      named.add(field);
      faults.push(fault(field, 'cell-wrong', titles[field as ListColumnKey] ?? unreadable));
    }
    return faults;
  }
  const unknownRule = parsed.data.rules?.find((rule) => !known.has(rule));
  if (unknownRule !== undefined) return [fault('rules', 'list-rule', noRule(unknownRule))];
  return valued(vault, rowNo, parsed.data, today);
}

function valued(vault: Vault, rowNo: number, entry: NewListEntry, today: Day): GoodRow | ListImportFault[] {
  const late = endFault(entry.endsOn, today);
  const value = readListValue(vault, entry.subjectKind, entry.value, today);
  const faults: ListImportFault[] = [];
  if (late) faults.push({ rowNo, field: 'endsOn', code: 'list-end-refused', ...endRefused(late).text });
  if ('fault' in value) faults.push({ rowNo, field: 'value', code: 'list-value-refused', ...value.fault });
  return faults.length > 0 || 'fault' in value ? faults : { rowNo, entry, value };
}
