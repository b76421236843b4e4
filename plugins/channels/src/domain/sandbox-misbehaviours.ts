import type { Text2 } from '@linggong/core/domain';

/**
 * What the sandbox bank can be told to do wrong with its files. Rejections of each reason, delays, silence and returns a day later
 * follow the payee's card (`sandbox-rules.ts`).
 */
export const sandboxMisbehaviours = {
  partial: {
    zh: '回执只含一半明细（PART），其余下次给出',
    en: 'The report tells half of the lines (PART), the rest comes next time',
  },
  'duplicate-file': { zh: '同一文件给两次', en: 'The same file comes twice' },
  'out-of-order': { zh: '对账单和退汇通知先于回执', en: 'Statements and returns come before the reports' },
  'wrong-control-sum': { zh: '合计金额与明细不符', en: 'Control sums differ from the lines' },
  'wrong-balance': { zh: '期末余额不等于期初加减发生额', en: 'The closing balance does not follow' },
  'unknown-reference': { zh: '回执中有我方没有的流水号', en: 'A line names a reference that nobody sent' },
  truncated: { zh: '文件被截断', en: 'The file is cut off' },
  'broken-bytes': { zh: '文件含有损坏的字节', en: 'The file holds bytes that stand for nothing' },
} as const satisfies Record<string, Text2>;

export type SandboxMisbehaviour = keyof typeof sandboxMisbehaviours;
