import { codeFault, codeWritten, isDoubtfulCode } from './code-typed';

const today = '2026-11-22';

describe('identifiers as people type them', () => {
  it.each([
    ['resident-id', ' １１０１０５１９４９１２３１００２ｘ ', '11010519491231002X'],
    ['uscc', '91110101ma00abcd40', '91110101MA00ABCD40'],
    ['bank-card', '6222028872946788639', '6222 0288 7294 6788 639'],
    ['bank-card', '6222-0288-7294-6788-639', '6222 0288 7294 6788 639'],
    ['mobile', '+86 138-0000-0001', '13800000001'],
  ] as const)('%s %s is written %s and fits', (kind, typed, written) => {
    expect(codeWritten(kind, typed, today)).toBe(written);
    expect(codeFault(kind, typed, today)).toBeUndefined();
    expect(codeFault(kind, written, today)).toBeUndefined();
  });

  it.each([
    ['resident-id', '110101199003079990', '校验码不对，请核对是否输错'],
    ['resident-id', '110101900307999', '这是15位旧身份证号码，请使用18位公民身份号码'],
    ['uscc', '91110101MA00ABCD41', '校验码不对，请核对是否输错'],
    ['bank-card', '62220212345', '位数不对'],
    ['mobile', '12812340001', '号段未启用'],
  ] as const)('%s %s: %s', (kind, typed, why) => {
    expect(codeFault(kind, typed, today)?.zh).toBe(why);
  });

  it('leaves a card with a doubtful check digit to its issuer', () => {
    expect(codeFault('bank-card', '6222028872046788639', today)).toBeUndefined();
    expect(isDoubtfulCode('bank-card', '6222028872046788639', today)).toBe(true);
    expect(isDoubtfulCode('bank-card', '', today)).toBe(false);
  });

  it('says nothing of nothing, and changes nothing that it cannot read', () => {
    expect(codeFault('uscc', '  ', today)).toBeUndefined();
    expect(codeWritten('uscc', '九一', today)).toBe('九一');
  });
});
