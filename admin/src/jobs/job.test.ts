import { shell } from '../i18n/zh/shell';
import { resultCounts, resultNames, secondsOf } from './job';

describe('what a job page tells', () => {
  it('is how long it took, once it has ended', () => {
    const createdAt = '2026-11-26T00:00:00.000Z';
    const startedAt = '2026-11-26T00:00:01.000Z';
    expect(secondsOf({ createdAt, startedAt, finishedAt: '2026-11-26T00:00:03.460Z' })).toBe(2.5);
    expect(secondsOf({ createdAt, startedAt: null, finishedAt: '2026-11-26T00:00:03.000Z' })).toBe(3);
    expect(secondsOf({ createdAt, startedAt, finishedAt: null })).toBeUndefined();
  });

  it('is the counts of its result that have words', () => {
    expect(resultCounts({ done: 1, refused: 0, internal: 9, name: 'x' })).toEqual([
      { name: 'done', count: 1 },
      { name: 'refused', count: 0 },
    ]);
    expect(resultCounts(null)).toEqual([]);
    expect(resultNames.filter((name) => !(name in shell.job.results))).toEqual([]);
  });
});
