import { engagementStates } from '@linggong/tasks/domain';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { isRecord } from '../provider/problem';
import { clockOf } from './engagement-clock';

const clockWords = ({ engagement }: typeof zh): string[] =>
  isRecord(engagement) && isRecord(engagement['clock']) ? Object.keys(engagement['clock']) : [];

const at = '2026-11-20T02:00:00Z';
const row = { appliedAt: at, deliveredAt: at, taskEndsOn: '2026-11-30', stateReason: null };

describe('the clock of a worker’s task', () => {
  it('has words for every state, in both languages', () => {
    for (const state of engagementStates)
      for (const stateReason of [null, '名额已满']) {
        const { key } = clockOf({ ...row, state, stateReason });
        expect([state, clockWords(zh), clockWords(en)]).toEqual([
          state,
          expect.arrayContaining([key]),
          expect.arrayContaining([key]),
        ]);
      }
  });

  it('names the instant, the day or the reason that counts', () => {
    expect(clockOf({ ...row, state: 'applied' })).toEqual({ key: 'applied', at });
    expect(clockOf({ ...row, state: 'engaged' })).toEqual({ key: 'engaged', day: '2026-11-30' });
    expect(clockOf({ ...row, state: 'declined', stateReason: '需有叉车证' })).toEqual({
      key: 'declined',
      reason: '需有叉车证',
    });
    expect(clockOf({ ...row, state: 'declined' })).toEqual({ key: 'declinedBare' });
  });
});
