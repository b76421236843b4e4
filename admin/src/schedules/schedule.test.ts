import { schedules } from '@linggong/config';
import { keeping } from '../i18n/zh/keeping';
import { shell } from '../i18n/zh/shell';
import { ruleWords, unrun } from './schedule';

describe('the words of a schedule', () => {
  it('say how often, in the unit that fits', () => {
    expect(ruleWords({ daily: '02:30' })).toEqual({ key: 'daily', figures: { at: '02:30' } });
    expect(ruleWords({ weekly: { day: 7, at: '04:30' } })).toEqual({ key: 'weekly7', figures: { at: '04:30' } });
    expect(ruleWords({ everyMs: 300_000 })).toEqual({ key: 'minutes', figures: { count: 5 } });
    expect(ruleWords({ everyMs: 20_000 })).toEqual({ key: 'seconds', figures: { count: 20 } });
  });

  it('tell work that has never been due from work that leaves a row only when it fails', () => {
    expect(unrun({ when: { daily: '02:30' }, nextAt: '2026-11-26T18:30:00.000Z' })).toBe('never');
    expect(unrun({ when: { weekly: { day: 7, at: '04:30' } }, nextAt: null })).toBe('never');
    expect(unrun({ when: { everyMs: 5_000 }, nextAt: '2026-11-26T18:30:00.000Z' })).toBe('noFailure');
    expect(unrun({ when: { everyMs: 5_000 }, nextAt: null })).toBe('never');
  });

  it('are there for every rule and every name of config', () => {
    const rules = schedules.map(({ when }) => ruleWords(when).key);
    expect(rules.filter((key) => !(key in keeping.keeping.when))).toEqual([]);
    const names = schedules.map(({ name }) => name.replace(/\./g, '-'));
    expect(names.filter((name) => !(name in shell.job.names))).toEqual([]);
  });
});
