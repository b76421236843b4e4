import fc from 'fast-check';
import { isSameName, nameFault, normaliseName } from './person-name';

describe('normaliseName', () => {
  it.each([
    [' 张 三 ', '张三'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉.买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['  john   smith', 'JOHN SMITH'],
    ['ＪＯＨＮ', 'JOHN'],
    ['张三\u200b', '张三'],
    ['𬭎𫖮', '𬭎𫖮'],
  ])('%j becomes %j', (typed, name) => {
    expect(normaliseName(typed)).toBe(name);
  });

  it('is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe('nameFault', () => {
  it.each([
    ['张三', undefined],
    ['欧阳娜娜', undefined],
    ['阿卜杜拉·买买提', undefined],
    ["MARY-ANN O'BRIEN", undefined],
    ['JOSÉ', undefined],
    ['', 'empty'],
    ['张*', 'masked'],
    ['张三1', 'characters'],
    ['=1+1', 'characters'],
    ['<script>', 'characters'],
    ['王'.repeat(61), 'length'],
  ])('%j: %s', (name, expected) => {
    expect(nameFault(name)).toBe(expected);
  });
});

it('compares holder and worker whatever dots and spaces were typed', () => {
  expect(isSameName('张 三', '张三')).toBe(true);
  expect(isSameName('阿卜杜拉.买买提', '阿卜杜拉·买买提')).toBe(true);
  expect(isSameName('张三', '张三丰')).toBe(false);
});
