import { seedReport, type DecisionTable } from '@linggong/studio/domain';
import { BY_SETTING, judgeRouting, routingFacts, routingSeed } from '.';
import { bankProfiles } from '..';

const registered = ['sandbox-bank', ...bankProfiles.map(({ code }) => `bank-file-${code}`)];
// The seed is of its kind: the first test reads it as one.
const table = routingSeed.content as unknown as DecisionTable;
const changed = (change: (columns: DecisionTable['columns']) => DecisionTable['columns']): DecisionTable => ({
  ...table,
  columns: change(table.columns),
});
const codes = (of: DecisionTable): string[] => judgeRouting(of, registered).map(({ code }) => code);

describe('the table that chooses the channel of payments (R13.1)', () => {
  it('begins with the settings that stand, and passes its own cases', () => {
    const { faults, results, passed } = seedReport(routingSeed);
    expect({ faults, failed: results.filter((one) => !one.passed) }).toEqual({ faults: [], failed: [] });
    expect(passed).toBe(true);
    expect(table.otherwise).toEqual({ channel: BY_SETTING });
    expect(judgeRouting(table, registered)).toEqual([]);
  });

  it('is refused where it names a channel that nobody pays through', () => {
    const [fault, ...more] = judgeRouting(
      table,
      registered.filter((name) => name !== 'bank-file-icbc'),
    );
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'needed-answer', path: 'columns.6' });
    expect(fault?.text.zh).toContain('bank-file-icbc');
  });

  it('is refused where somebody would be left without an answer, or with several', () => {
    expect(codes({ ...table, otherwise: {} })).toEqual(['needed-answer']);
    expect(codes({ ...table, hitPolicy: 'collect' })).toEqual(['routing-one-answer']);
    expect(codes(changed((columns) => columns.filter(({ role }) => role !== 'output')))).toEqual(['needed-answer']);
  });

  it('is refused where it asks what nobody sends', () => {
    const strange = { ...table.columns[0], field: 'mood' } as DecisionTable['columns'][number];
    expect(codes(changed(([_first, ...others]) => [strange, ...others]))).not.toEqual([]);
  });
});

it('tells the table the bank without its branch, and the day of the week in Shanghai', () => {
  const group = { bankCode: '102100099996', batchFen: 5n, payments: 2 };
  const isWorkingDay = (day: string): boolean => day === '2026-11-29';
  expect(routingFacts({ ...group, day: '2026-11-29' }, isWorkingDay)).toEqual({
    payerBank: '102100099996',
    payerBankGroup: '102',
    batchFen: 5,
    payments: 2,
    weekday: 'sunday',
    workingDay: true,
  });
  expect(routingFacts({ ...group, bankCode: null, day: '2026-11-30' }, isWorkingDay)).toMatchObject({
    payerBank: null,
    payerBankGroup: null,
    weekday: 'monday',
    workingDay: false,
  });
});
