import { setUpHalf, setUpHalfBytes } from './set-up-code';

describe('half of a set-up code', () => {
  it('is four groups of four signs that nobody mistakes', () => {
    const half = setUpHalf(Uint8Array.from({ length: setUpHalfBytes }, (_, index) => index * 29));
    expect(half).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){3}$/);
  });

  it('is made of exactly so many bytes', () => {
    expect(() => setUpHalf(new Uint8Array(15))).toThrow('16 bytes');
  });
});
