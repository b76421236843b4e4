import { holdsPersonalNumber, maskPersonalText } from './personal-text';

/** domain.md 8.2: what a person types into a field for something else is masked before it is kept. */
describe('personal numbers in running text', () => {
  it.each([
    ['身份证11010519491231002X不符', '身份证**************002X不符'],
    ['已电话13800138000核实', '已电话*******8000核实'],
    ['已电话 138-0013-8000 核实', '已电话 ***-****-8000 核实'],
    ['请联系+86 138 0013 8000', '请联系+** *** **** 8000'],
    ['卡号6222 0288 7294 6788 639已注销', '卡号**** **** **** **** 639已注销'],
    ['电话１３８００１３８０００', '电话*******８０００'],
    ['两人 13800138000 与 13900139000', '两人 *******8000 与 *******9000'],
    ['寄至 zhang.san@example.cn', '寄至 ***@example.cn'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskPersonalText(text)).toBe(masked);
    expect(holdsPersonalNumber(masked)).toBe(false);
  });

  it.each([
    '批次 PC20261122000001 金额 17499999999 分有误',
    '按合同 HT-20261122-0000017 第 3 条',
    '流水 2026112200000001 重复',
    'trace 6f1d2c3b-1380-4138-8000-1380013800a1',
    '11 月配送费',
    '',
  ])('business text stays: %s', (text) => {
    expect(holdsPersonalNumber(text)).toBe(false);
    expect(maskPersonalText(text)).toBe(text);
  });
});
