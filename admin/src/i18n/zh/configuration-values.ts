/** What configurations decide, in a word: outcomes that replays and cases are told by. */
export const configurationValues = {
  approve: '通过',
  review: '人工复核',
  hold: '暂缓',
  decline: '拒绝',
  true: '是',
  false: '否',
  within: '限额以内',
  beyond: '超出限额',
  complete: '引用齐全',
  incomplete: '缺少引用',
  'second-person': '须第二人审批',
  'one-person': '一人即可',
  allow: '允许',
  refuse: '不允许',
  passed: '合格',
  failed: '不合格',
};

/** Names of what outcomes say. */
export const configurationFacts = {
  zh: '中文',
  en: '英文',
  valid: '是否有效',
  problems: '问题',
  shown: '显示的字段',
  answer: '结论',
  answers: '各项结论',
};
