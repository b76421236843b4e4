import { bareNumber, halfWidth, mayBePersonal, personalKind } from './personal-number';

it('takes what a full-width keyboard types for what it means, and leaves the brackets of a name', () => {
  expect(halfWidth('ＯＲ－２０２６－１１－０００１')).toBe('OR-2026-11-0001');
  expect(halfWidth('湘江（长沙）　ａｂ')).toBe('湘江（长沙） ab');
  expect(personalKind('１３８１２３４０００１')).toBe('phone');
  expect(mayBePersonal('张三 １３８１２３４０００１')).toBe(true);
});

describe('what a typed text is', () => {
  it.each([
    ['11010519491231002X', 'identityNumber'],
    ['430102 19900307 2217', 'identityNumber'],
    ['13812340001', 'phone'],
    ['+86 138-1234-0001', 'phone'],
    ['6222028872946788639', 'cardNumber'],
    ['6222-0288-7294-6788-639', 'cardNumber'],
    ['914301005676543210', undefined],
    ['PB-2026-11-0047', undefined],
    ['湘江', undefined],
    ['12345', undefined],
  ])('%s', (text, kind) => {
    expect(personalKind(text)).toBe(kind);
  });

  it('is sent without the marks between its groups', () => {
    expect(bareNumber('+86 138-1234-0001')).toBe('13812340001');
    expect(bareNumber('1101051949123100 2x')).toBe('11010519491231002X');
  });
});

describe('what never reaches an address', () => {
  it.each([
    '11010519491231002X',
    '4301021990',
    '1381234',
    '138-1234-0001',
    '张三 13812340001',
    '卡6222028872946788639',
  ])('%s', (text) => {
    expect(mayBePersonal(text)).toBe(true);
  });

  it.each([
    'PB-2026-11-0047',
    'OR-2026-11-000123',
    'DP-20261122000001',
    '湘江',
    '2221',
    '914301005676543210',
    '91430100MA4L1X2Y3Z',
  ])('but %s does', (text) => {
    expect(mayBePersonal(text)).toBe(false);
  });
});
