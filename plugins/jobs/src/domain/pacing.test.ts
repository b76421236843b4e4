import { waitBeforeWriteMs } from './pacing';

describe('waitBeforeWriteMs', () => {
  it.each([
    ['the first write goes out at once', undefined, 0],
    ['the next waits out the gap', 900, 300],
    ['an old one holds nothing up', 100, 0],
  ])('%s', (_what, last, wait) => expect(waitBeforeWriteMs(last, 1_000, 400)).toBe(wait));
});
