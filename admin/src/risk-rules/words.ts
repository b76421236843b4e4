import { useText2 } from '../parts/text2';

/** Words of the page of rules; they come with it. */
const words = {
  title: { zh: '规则效果', en: 'How the rules do' },
  lead: {
    zh: '各条规则触发多少、属实多少、误报多少；按规则版本分列，修改规则前后可直接对比。',
    en: 'How often each rule hits, how often it is right and wrong; by version, so that before and after a change are side by side.',
  },
  period: { zh: '期间', en: 'Period' },
  days: { zh: '近 %d 天', en: 'Last %d days' },
  rule: { zh: '规则', en: 'Rule' },
  version: { zh: '版本', en: 'Version' },
  versionNo: { zh: '第 %d 版', en: 'Version %d' },
  inForce: { zh: '执行中', en: 'in force' },
  hits: { zh: '触发', en: 'Hits' },
  trend: { zh: '触发趋势', en: 'Hits over time' },
  cases: { zh: '案件', en: 'Cases' },
  confirmed: { zh: '属实', en: 'Confirmed' },
  falseAlarms: { zh: '误报', en: 'False alarms' },
  falseShare: { zh: '误报率', en: 'Share of false alarms' },
  onlyHits: { zh: '只看有触发的', en: 'Only those that hit' },
  none: { zh: '这段时间没有规则触发。', en: 'No rule hit in this time.' },
  openRow: { zh: '在配置中查看', en: 'Open the row' },
  openCases: { zh: '查看案件', en: 'Open the cases' },
} as const;

export type RuleWords = keyof typeof words;

/** A word, with a number in its place. */
export function usePageWords(): (word: RuleWords, value?: number) => string {
  const text = useText2();
  return (word, value) => text(words[word]).replace('%d', String(value ?? ''));
}
