import { useText2 } from '../parts/text2';

/** Words of reviews by criteria (R2.6); they come with their pages. */
const words = {
  asked: { zh: '审核要求修改', en: 'What the reviewer asks for' },
  card: { zh: '审核标准与结论', en: 'Criteria and what was said of them' },
  version: { zh: '第 %d 版', en: 'version %d' },
  firstVersion: { zh: '初始版本', en: 'as delivered' },
  goesBy: { zh: '本次审核依据《%s》', en: 'This review goes by “%s”' },
  keeps: {
    zh: '版本在审核开始时固定，之后的修改不影响本次审核。',
    en: 'The version was fixed when the review began; later changes do not touch it.',
  },
  due: { zh: '应于 %s 前审结', en: 'To be decided by %s' },
  overdue: { zh: '已超过时限（%s）', en: 'Overdue since %s' },
  mandatory: { zh: '必引', en: 'Mandatory' },
  evidence: { zh: '核验材料', en: 'Evidence' },
  basis: { zh: '依据', en: 'Basis' },
  holds: { zh: '符合', en: 'Holds' },
  fails: { zh: '不符合', en: 'Does not hold' },
  note: { zh: '说明', en: 'Note' },
  noteHelp: { zh: '不符合的写明原因', en: 'Say why it does not hold' },
  keys: { zh: '键盘：1 符合，2 不符合，↑↓ 上下条', en: 'Keys: 1 holds, 2 does not, ↑↓ move' },
  progress: { zh: '必引标准已判断 %s', en: 'Mandatory criteria judged: %s' },
  unjudged: { zh: '还有必引标准没有结论。', en: 'Some mandatory criteria are not judged yet.' },
  failsMandatory: {
    zh: '有必引标准不符合，不能通过；请退回。',
    en: 'A mandatory criterion does not hold: it cannot pass. Send it back.',
  },
  unexplained: { zh: '不符合的标准须写明说明。', en: 'Say why of each criterion that does not hold.' },
  noneFails: { zh: '请指明至少一条不符合的标准。', en: 'Name a criterion that does not hold.' },
  together: { zh: '同一结论适用于本次 %d 项', en: 'The same was said of %d at once' },
  none: { zh: '还没有审核结论。', en: 'Nothing was reviewed yet.' },
  approve: { zh: '审核通过', en: 'Approved' },
  reject: { zh: '退回', en: 'Rejected' },
  review: { zh: '定期复核', en: 'Re-checked' },
  publish: { zh: '审核通过并发布', en: 'Published' },
  return: { zh: '退回', en: 'Sent back' },
  accept: { zh: '验收', en: 'Accepted' },
} as const;

export type Word = keyof typeof words;

/** A word, with a number or a text put in its place. */
export function useWords(): (word: Word, value?: string | number) => string {
  const text = useText2();
  return (word, value) => text(words[word]).replace(/%[ds]/, String(value ?? ''));
}

/** The act of a step, as the server names it. */
export function useActWord(): (act: string) => string {
  const text = useText2();
  return (act) => {
    const found = Object.entries(words).find(([name]) => name === act)?.[1];
    return found === undefined ? act : text(found);
  };
}
