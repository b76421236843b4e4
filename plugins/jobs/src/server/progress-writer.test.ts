import type { JobProgress } from '../jobs';
import { createProgressWriter, progressGapMs } from './progress-writer';

describe('createProgressWriter', () => {
  it('writes the first and the last of a thousand reports, and few between', async () => {
    let nowMs = 0;
    const written: JobProgress[] = [];
    const writer = createProgressWriter(
      async (progress) => void written.push(progress),
      () => nowMs,
    );
    for (let done = 1; done <= 1_000; done += 1) {
      await writer.report({ stage: 'read', done, total: 1_000 });
      nowMs += 1;
    }
    await writer.close();
    expect(written[0]).toEqual({ stage: 'read', done: 1, total: 1_000 });
    expect(written.at(-1)).toEqual({ stage: 'read', done: 1_000, total: 1_000 });
    expect(written.length).toBeLessThanOrEqual(2 + 1_000 / progressGapMs);
  });

  it('writes nothing where nothing was reported', async () => {
    const written: JobProgress[] = [];
    await createProgressWriter(
      async (progress) => void written.push(progress),
      () => 0,
    ).close();
    expect(written).toEqual([]);
  });
});
