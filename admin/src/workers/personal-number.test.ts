import { personalKind } from './personal-number';

describe('what a typed text is', () => {
  it.each([
    ['11010519491231002X', 'identityNumber'],
    ['430102 19900307 2217', 'identityNumber'],
    ['13812340001', 'phone'],
    ['6222028872946788639', 'cardNumber'],
    ['PB-2026-11-0047', undefined],
    ['湘江', undefined],
    ['12345', undefined],
  ])('%s', (text, kind) => {
    expect(personalKind(text)).toBe(kind);
  });
});
