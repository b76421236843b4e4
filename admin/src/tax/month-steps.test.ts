import { monthSteps, perMonth } from './month-steps';

const nothing = {
  cumulativeIncomeFen: 0,
  expenseFen: 0,
  exemptFen: 0,
  deductionFen: 0,
  otherDeductionFen: 0,
  taxableFen: 0,
  cumulativeTaxFen: 0,
  reliefFen: 0,
  withheldBeforeFen: 0,
  withheldFen: 0,
};

describe('the tax of a month in plain words (R7.2, R13.1)', () => {
  it('is an addition that can be followed on paper', () => {
    // 30,000 in two months: 24,000 after the expense, 14,000 after 2 × 5,000, 3 % of it.
    const line = {
      ...nothing,
      ...{ cumulativeIncomeFen: 3_000_000, expenseFen: 600_000, deductionFen: 1_000_000, taxableFen: 1_400_000 },
      ...{ cumulativeTaxFen: 42_000, withheldBeforeFen: 15_000, withheldFen: 27_000 },
    };
    const steps = monthSteps(line);
    expect(steps.map(({ key, sign, fen }) => `${sign}${key} ${fen.toString()}`)).toEqual([
      'cumulativeIncome 3000000',
      '−expense 600000',
      '−deduction 1000000',
      '=taxable 1400000',
      'tax 42000',
      '−before 15000',
      '=withheld 27000',
    ]);
    const from = (first: number, last: number): number =>
      steps.slice(first, last).reduce((sum, { sign, fen }) => sum + (sign === '−' ? -fen : fen), 0);
    expect([from(0, 3), from(4, 6)]).toEqual([1_400_000, 27_000]);
  });

  it('taxes nothing where more is taken off than there was', () => {
    const line = { ...nothing, cumulativeIncomeFen: 500_000, deductionFen: 1_500_000, taxableFen: -1_000_000 };
    expect(monthSteps(line).map(({ key, fen }) => [key, fen])).toEqual([
      ['cumulativeIncome', 500_000],
      ['deduction', 1_500_000],
      ['untaxed', 0],
      ['tax', 0],
      ['withheld', 0],
    ]);
  });

  it('says what relief took off before the tax of the year so far', () => {
    const steps = monthSteps({ ...nothing, cumulativeTaxFen: 600, reliefFen: 400, withheldFen: 600 });
    expect(steps.slice(-3)).toEqual([
      { key: 'tax', sign: '', fen: 1_000 },
      { key: 'relief', sign: '−', fen: 400 },
      { key: 'withheld', sign: '=', fen: 600 },
    ]);
  });

  it('names the amount of one month where it is a whole one', () => {
    expect([perMonth(1_500_000, 3), perMonth(1_000_001, 2), perMonth(0, 0)]).toEqual([500_000, undefined, undefined]);
  });
});
