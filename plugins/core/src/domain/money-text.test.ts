import fc from 'fast-check';
import { groupedYuanText, groupThousands, parseRate, parseYuan, rateText, yuanText } from './money-text';

describe('parseYuan', () => {
  it.each([
    ['0', 0n],
    ['1234.5', 123_450n],
    [' 1234.50 ', 123_450n],
    ['0.01', 1n],
    ['100.000', 10_000n],
    ['100000000000', 10_000_000_000_000n],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, fen });
  });

  it.each([
    ['', 'empty'],
    ['1e5', 'format'],
    ['1,000.00', 'format'],
    ['¥100', 'format'],
    ['１００', 'format'],
    ['=1+1', 'format'],
    ['12.', 'format'],
    ['.5', 'format'],
    ['1.005', 'fraction'],
    ['-1', 'negative'],
    ['100000000000.01', 'range'],
  ])('refuses %s as %s', (text, reason) => {
    expect(parseYuan(text)).toEqual({ ok: false, reason });
  });

  it('reads back what yuanText writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (fen) => {
        expect(parseYuan(yuanText(fen))).toEqual({ ok: true, fen });
      }),
    );
  });
});

it('writes negative and small amounts', () => {
  expect(yuanText(-5n)).toBe('-0.05');
  expect(yuanText(0n)).toBe('0.00');
  expect(yuanText(123_450n)).toBe('1234.50');
});

it.each([
  [0n, '0.00'],
  [-5n, '\u22120.05'],
  [99_999n, '999.99'],
  [100_000n, '1,000.00'],
  [-12_345_678n, '\u2212123,456.78'],
  [10n ** 13n, '100,000,000,000.00'],
])('writes %s fen in groups', (fen, text) => {
  expect(groupedYuanText(fen)).toBe(text);
});

it('groups whole numbers and leaves further decimals as they are', () => {
  expect(groupThousands('1234567')).toBe('1,234,567');
  expect(groupThousands('38701.232')).toBe('38,701.232');
});

describe('rates', () => {
  it.each([
    ['0.006', 6_000n, '0.006'],
    ['0.1', 100_000n, '0.10'],
    ['0.10', 100_000n, '0.10'],
    ['1', 1_000_000n, '1.00'],
    ['0.000001', 1n, '0.000001'],
  ])('%s', (text, rate, shown) => {
    expect(parseRate(text)).toBe(rate);
    expect(rateText(rate)).toBe(shown);
  });

  it.each(['', '6%', '-0.1', '0.0000001', 'abc'])('refuses %s', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });
});
