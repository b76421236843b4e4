import { shownDeposit } from './shown-deposit';

const request = { enterpriseId: 7, bankSerial: 'B-1', amountFen: 100, reason: '股东代付' };
const payerShown = (payerName: string, rehearsed?: unknown) =>
  shownDeposit({ ...request, payerName }, rehearsed).after.payerName;

describe('a deposit as a second person is shown it (复核)', () => {
  it('names an organisation, and of a person the mask alone: an approval is kept for ever', () => {
    expect(payerShown('长沙他人有限公司')).toBe('长沙他人有限公司');
    expect(payerShown('张三丰')).toBe('张**');
    expect(JSON.stringify(shownDeposit({ ...request, payerName: '张三丰' }, undefined))).not.toContain('三丰');
  });

  it('names the payer as the deposit would keep him, whose enterprise may be named like a person', () => {
    expect(payerShown('王五', { enterpriseId: 7, payerName: '王五' })).toBe('王五');
    expect(payerShown('张三丰', { enterpriseId: 7, payerName: '张**' })).toBe('张**');
  });
});
