import { amountInWords, countText, moneyText, nothing, percentText, yuanSignText } from './money-text';

describe('money as people read it', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [100, '1.00'],
    [123456, '1,234.56'],
    [100000000, '1,000,000.00'],
    [-5, '\u22120.05'],
    [-123456789, '\u22121,234,567.89'],
    [90071992547409910n, '900,719,925,474,099.10'],
  ])('%p fen reads %s', (fen, text) => {
    expect(moneyText(fen)).toBe(text);
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 1.5, 2 ** 60])(
    '%p is no amount and shows as a dash',
    (fen) => {
      expect(moneyText(fen)).toBe(nothing);
      expect(yuanSignText(fen)).toBe(nothing);
    },
  );

  it('puts the sign of the currency behind the minus', () => {
    expect(yuanSignText(123456)).toBe('¥1,234.56');
    expect(yuanSignText(-123456)).toBe('\u2212¥1,234.56');
  });

  it.each([
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [123450, '人民币壹仟贰佰叁拾肆元伍角整'],
    [10000000, '人民币壹拾万元整'],
    [590273118, '人民币伍佰玖拾万贰仟柒佰叁拾壹元壹角捌分'],
    [-100, '人民币负壹元整'],
  ])('%p fen in capitals is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });
});

describe('rates and counts', () => {
  it.each([
    ['0.006', '0.6%'],
    ['0.06', '6%'],
    ['0.03', '3%'],
    ['1', '100%'],
    [30000, '3%'],
    [1, '0.0001%'],
    [0, '0%'],
    ['', nothing],
    ['abc', nothing],
    [null, nothing],
  ])('rate %p reads %s', (rate, text) => {
    expect(percentText(rate)).toBe(text);
  });

  it('groups counts and shows a dash where there is none', () => {
    expect(countText(1914)).toBe('1,914');
    expect(countText(null)).toBe(nothing);
    expect(countText(Number.NaN)).toBe(nothing);
  });
});
