import { figureOf } from './figure-typed';

describe('a figure as people type it', () => {
  it('is kept in fen where it is money', () => {
    expect(figureOf('50,000', true)).toBe(5_000_000);
    expect(figureOf('0.01', true)).toBe(1);
    expect(figureOf('1.234', true)).toBeNull();
  });

  it('is a number otherwise, never half of one', () => {
    expect(figureOf('1,200', false)).toBe(1200);
    expect(figureOf('-3.5', false)).toBe(-3.5);
    expect(figureOf('3.', false)).toBeNull();
    expect(figureOf('1e9', false)).toBeNull();
    expect(figureOf(' ', false)).toBeUndefined();
  });
});
