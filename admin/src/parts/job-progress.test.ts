import { progressText, progressTexts } from './job-progress';

describe('how far a job is', () => {
  it.each([
    [{ stage: 'check', done: 1_200, total: 5_000 }, '1,200 / 5,000'],
    [{ stage: 'copy-cluster', done: 1_450_000_000, total: 2_000_000_000 }, '1.4 GB / 2.0 GB'],
    [{ stage: 'read-back', done: 950_000, total: 12_000_000 }, '950 kB / 12.0 MB'],
    // The size of a dump is known when it is written.
    [{ stage: 'dump', done: 42_000_000, total: 0 }, '42.0 MB'],
    [{ stage: 'read', done: 42, total: 0 }, ''],
    [{ stage: null, done: 0, total: 0 }, ''],
  ])('%o is “%s”', (progress, text) => expect(progressText(progress)).toBe(text));

  it('names no end that nobody knows', () => {
    expect(progressTexts({ stage: 'dump', done: 1_000, total: 0 })).toEqual({ done: '1.0 kB' });
  });
});
