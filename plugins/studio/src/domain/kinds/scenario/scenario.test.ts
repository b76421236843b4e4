import fc from 'fast-check';
import { findWords } from './find-words';
import { scenario } from './scenario';

const text = { zh: '文', en: 'text' };
const onSign = {
  'fixed-hours': 'review',
  attendance: 'review',
  'employment-terms': 'refuse',
  'one-enterprise': 'review',
};
const row = (id: string, change: object = {}): object => ({
  id,
  title: text,
  scope: text,
  requires: text,
  open: true,
  onSign,
  ...change,
});
const sign = (name: string, ...words: string[]): object => ({ id: name, sign: name, text, words });
const content = {
  forms: ['platform'],
  scenarios: [
    row('design'),
    row('livestream', { onSign: { ...onSign, 'fixed-hours': 'allow', 'one-enterprise': 'allow' } }),
    row('old', { open: false }),
  ],
  signs: [
    sign('fixed-hours', '坐班', '每天…8小时'),
    sign('attendance', '打卡', '考勤'),
    sign('employment-terms', '月薪'),
  ],
};
const task = { scenario: 'design', form: 'platform', words: '按作品验收', oneEnterprise: false };
const judged = (change: object): unknown =>
  scenario.evaluate(content as never, { ...task, ...change } as never).outcome;

describe('permitted scenarios (R1.8: 合作关系而非雇佣关系)', () => {
  it.each<[string, object, string]>([
    ['ordinary work', {}, 'allow'],
    ['a scenario that is not in the catalogue', { scenario: 'security' }, 'refuse'],
    ['a scenario that was closed', { scenario: 'old' }, 'refuse'],
    ['another form than platform work', { form: 'dispatch' }, 'refuse'],
    ['fixed hours', { words: '每天工作 8 小时' }, 'review'],
    ['fixed hours where the scenario has them by nature', { scenario: 'livestream', words: '每天直播8小时' }, 'allow'],
    ['attendance', { words: '须打卡' }, 'review'],
    ['a salary', { words: '月薪5000元' }, 'refuse'],
    ['one enterprise only', { oneEnterprise: true }, 'review'],
  ])('%s', (_name, change, verdict) => {
    expect(judged(change)).toMatchObject({ verdict });
  });

  it('shows the words as the task wrote them', () => {
    expect(judged({ words: '要求：每天工作 8 小时，按时打卡' })).toMatchObject({
      signs: [
        { sign: 'fixed-hours', words: '每天工作 8 小时', verdict: 'review' },
        { sign: 'attendance', words: '打卡', verdict: 'review' },
      ],
    });
  });

  it('finds words within one sentence and six characters alone', () => {
    expect(findWords('每天上午九点到8小时', '每天…8小时')).toBe('每天上午九点到8小时');
    expect(findWords('每天上午九点开始到8小时', '每天…8小时')).toBeUndefined();
    expect(findWords('每天，8小时', '每天…8小时')).toBeUndefined();
    expect(findWords('每天取件，每天约8小时', '每天…8小时')).toBe('每天约8小时');
    expect(findWords('KPI 考 勤', '考勤')).toBe('考 勤');
  });

  it('finds every phrase that stands in a text, wherever it stands', () => {
    const words = fc.stringMatching(/^[a-c ，]{0,12}$/);
    fc.assert(
      fc.property(words, fc.stringMatching(/^[a-c]{1,4}$/), words, (before, phrase, after) => {
        expect(findWords(`${before}${phrase}${after}`, phrase)?.replace(/\s/g, '')).toBe(phrase);
      }),
    );
  });

  it('is refused without a form, without an open scenario, and with words that say nothing', () => {
    const wrong = { forms: [], scenarios: [row('a', { open: false })], signs: [sign('attendance', ' … ')] };
    expect(scenario.faults(wrong as never).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'forms no-form',
      'signs.0.words.0 no-words',
      'scenarios all-closed',
    ]);
    expect(scenario.hints(wrong as never).map(({ code }) => code)).toEqual(['sign-not-sought']);
  });
});
