import { shareText } from './replay-share';

describe('the figures of a replay', () => {
  it('tells a share in tenths of a percent, and never as nothing what is something', () => {
    expect(shareText(0, 100)).toBe('0.0%');
    expect(shareText(13, 1000)).toBe('1.3%');
    expect(shareText(1, 100_000)).toBe('<0.1%');
    expect(shareText(5, 5)).toBe('100.0%');
    expect(shareText(0, 0)).toBe('—');
  });
});
