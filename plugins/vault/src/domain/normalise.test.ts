import fc from 'fast-check';
import { fieldKinds, normalise } from './index';

describe('normalise', () => {
  it.each([
    ['identity-number', ' 11010519491231002x ', '11010519491231002X'],
    ['identity-number', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['identity-number', '110105 19491231 002X', '11010519491231002X'],
    ['phone', '+86 138-0000-0001', '13800000001'],
    ['phone', '0086 13800000001', '13800000001'],
    ['phone', '8613800000001', '13800000001'],
    ['phone', '86138000', '86138000'],
    ['bank-card', '6222 0288 7294 6788 639', '6222028872946788639'],
    ['name', '张 三', '张三'],
    ['name', ' John   Smith ', 'John Smith'],
    ['name', '阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['name', '阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['email', ' Zhang@X.CN ', 'zhang@x.cn'],
  ] as const)('%s %j -> %j', (kind, clear, expected) => {
    expect(normalise(kind, clear)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), fc.string({ maxLength: 40, unit: 'grapheme' }), (kind, clear) => {
        const once = normalise(kind, clear);
        expect(normalise(kind, once)).toBe(once);
      }),
    );
  });
});
