import { payoutColumns } from './sheet';

const bare = (title: string): string => title.normalize('NFKC').replace(/\s/g, '').toLowerCase();

describe('the headings of a payout sheet', () => {
  const owner = new Map(payoutColumns.flatMap(({ key, titles }) => titles.map((title) => [bare(title), key] as const)));

  it.each([
    ['收款人', 'name'],
    ['收款人姓名', 'name'],
    ['身份证', 'identityNumber'],
    ['卡号', 'cardNumber'],
    ['工单号', 'taskNumber'],
    ['应付', 'amount'],
    ['金额（元）', 'amount'],
    ['应发金额（元）', 'amount'],
  ])('%s is %s', (title, key) => {
    expect(owner.get(bare(title))).toBe(key);
  });

  it('name one column each, and a net amount none: the platform withholds from what stands there', () => {
    expect(owner.size).toBe(payoutColumns.reduce((sum, { titles }) => sum + titles.length, 0));
    expect([...owner.keys()].filter((title) => title.includes('实发'))).toEqual([]);
  });
});
