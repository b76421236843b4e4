import fc from 'fast-check';
import { fieldKinds, looksMasked, mask } from './index';

describe('mask', () => {
  it.each([
    ['name', '张三', '张*'],
    ['name', '张三丰', '张**'],
    ['name', '欧阳娜娜', '欧阳**'],
    ['name', '欧阳修', '欧阳*'],
    ['name', '欧阳', '欧*'],
    ['name', '张', '*'],
    ['name', '𬭎三', '𬭎*'],
    ['name', '阿卜杜拉·买买提', '阿*******'],
    ['identity-number', '110101199003079999', '110101********9999'],
    ['identity-number', '11010519491231002X', '110105********002X'],
    ['identity-number', 'H12345678', 'H1*****78'],
    ['identity-number', '123456', '******'],
    ['phone', '13800000001', '138****0001'],
    ['phone', '01088886666', '010****6666'],
    ['phone', '88886666', '******66'],
    ['phone', '110', '***'],
    ['bank-card', '6222028872946788639', '622202*********8639'],
    ['bank-card', '6225885786146241', '622588******6241'],
    ['bank-card', '123456789', '*****6789'],
    ['address', '湖南省长沙市岳麓区麓山南路932号', '湖南省长沙市岳麓区****'],
    ['address', '北京市朝阳区建国路1号', '北京市朝阳区****'],
    ['address', '内蒙古自治区锡林郭勒盟多伦县城关镇', '内蒙古自治区锡林郭勒盟多伦县****'],
    ['address', '岳麓区', '****'],
    ['address', '某处', '****'],
    ['email', 'zhang@x.cn', 'z***@x.cn'],
    ['email', 'nonsense', '***'],
    ['email', '@x.cn', '***'],
  ] as const)('%s %s -> %s', (kind, clear, masked) => {
    expect(mask(kind, clear)).toBe(masked);
  });

  it('leaves nothing as nothing', () => {
    for (const kind of fieldKinds) expect(mask(kind, '')).toBe('');
  });

  it('never shows a whole value, and is known as a mask when it comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fieldKinds),
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
        (kind, clear) => {
          const masked = mask(kind, clear);
          expect(masked).toContain('*');
          if (!clear.includes('*')) expect(masked).not.toBe(clear);
          expect(looksMasked(kind, masked) || (kind === 'email' && !clear.includes('@'))).toBe(true);
        },
      ),
    );
  });

  it('hides at least as many characters of a number as the standard asks', () => {
    const digits = fc.stringMatching(/^\d{15,19}$/);
    fc.assert(
      fc.property(digits, (number) => {
        for (const kind of ['identity-number', 'bank-card'] as const) {
          const masked = mask(kind, number);
          expect(masked).toHaveLength(number.length);
          expect(masked.replaceAll('*', '')).toHaveLength(10);
        }
      }),
    );
  });
});

describe('looksMasked', () => {
  it.each([
    ['name', '张*', true],
    ['name', '张三', false],
    ['phone', '138****0001', true],
    ['address', '3*5栋', false],
    ['address', '长沙市****', true],
    ['email', 'a*b@x.cn', false],
    ['email', 'z***@x.cn', true],
  ] as const)('%s %s: %s', (kind, text, expected) => {
    expect(looksMasked(kind, text)).toBe(expected);
  });
});
