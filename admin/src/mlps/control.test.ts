import { checkNames, continuityLimits } from '@linggong/config';
import { controlsAnswer } from '@linggong/continuity/api';
import { controlStates } from '@linggong/core/domain';
import { keeping as en } from '../i18n/en/keeping';
import { keeping as zh } from '../i18n/zh/keeping';
import { tones } from '../parts/states';
import { counted, lastDayOf, type Controls } from './control';

const controls: Controls = {
  at: '2026-11-26T00:00:00.000Z',
  counts: { met: 0, partly: 1, notMet: 0, unknown: 0 },
  items: [
    {
      number: 20,
      clause: { zh: '8.1.4.5', en: '8.1.4.5' },
      name: { zh: '恶意代码防范', en: 'Malware' },
      how: { zh: '收件关', en: 'The gate' },
      state: 'partly',
      checks: [{ name: 'intake', state: 'met', figure: { zh: '拒收', en: 'refused' }, link: null }],
      pages: [{ text: { zh: '账号', en: 'Accounts' }, page: '/accounts' }],
      needs: { zh: '检查记录', en: 'A record' },
      entries: [],
    },
  ],
};

describe('the page of controls', () => {
  it('reads what the server answers', () => {
    expect(controlsAnswer.parse(controls)).toEqual(controls);
  });

  it('counts and colours every state', () => {
    expect(counted.map(({ state }) => state).sort()).toEqual([...controlStates].sort());
    expect(Object.keys(tones.control).sort()).toEqual([...controlStates].sort());
    for (const { state, tone } of counted) expect(tones.control[state]).toBe(tone);
  });

  it('lets an entry hold as long as the server does', () => {
    expect(lastDayOf('2026-01-01')).toBe('2027-02-05');
    const days = (Date.parse('2027-02-05') - Date.parse('2026-01-01')) / 86_400_000;
    expect(days).toBe(continuityLimits.evidenceDaysMax);
    expect(lastDayOf('2026-')).toBeUndefined();
  });

  it('has words for every check that can become a finding, in both languages', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words.keeping.kind.controls).sort()).toEqual([...checkNames, 'evidence-missing'].sort());
    }
  });
});
