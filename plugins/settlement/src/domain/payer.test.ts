import { isOwnPayer } from './payer';

it.each([
  ['长沙某某科技有限公司', true],
  [' 长沙某某 科技有限公司　', true],
  ['长沙某某科技有限公司（岳麓）', false],
  ['长沙某某科技有限责任公司', false],
  ['张三', false],
])('%s pays for 长沙某某科技有限公司 as itself: %s', (payer, own) => {
  expect(isOwnPayer(payer, '长沙某某科技有限公司')).toBe(own);
});

it('takes brackets and letters of either width and case for the same', () => {
  expect(isOwnPayer('ａｂ（长沙）有限公司', 'AB(长沙)有限公司')).toBe(true);
});
