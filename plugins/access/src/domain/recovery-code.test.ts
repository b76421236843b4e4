import { isTimedCode, recoveryCode, recoveryCodeBytes } from './recovery-code';

describe('a recovery code', () => {
  it('is two groups of five signs that nobody mistakes, and no timed code', () => {
    const code = recoveryCode(Uint8Array.from({ length: recoveryCodeBytes }, (_, index) => index * 29));
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/);
    expect(isTimedCode(code)).toBe(false);
    expect(['012345', '01234', '0123456'].map(isTimedCode)).toEqual([true, false, false]);
  });

  it('takes every sign equally often: 256 is a multiple of 32', () => {
    const counts = new Map<string, number>();
    for (let first = 0; first < 256; first += 1) {
      const [sign = ''] = recoveryCode(Uint8Array.from([first, ...new Array<number>(9).fill(0)]));
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([counts.size, new Set(counts.values())]).toEqual([32, new Set([8])]);
  });

  it('is made of exactly so many bytes', () => {
    expect(() => recoveryCode(new Uint8Array(9))).toThrow('10 bytes');
  });
});
