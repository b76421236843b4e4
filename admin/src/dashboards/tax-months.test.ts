import { filingSteps, firstDue } from './tax-months';

type State = 'open' | 'closed' | 'filed' | 'paid';
const month = (name: string, state: State, dueOn: string) => ({
  month: name,
  state,
  dueOn,
  incomeTaxFen: 1_000,
  vatFen: 200,
  surchargeFen: 30,
});

beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-29T02:00:00Z') }));
afterAll(() => jest.useRealTimers());

it('tells what is to be filed, filed and paid, with the taxes; the running month is not to be filed yet', () => {
  const steps = filingSteps([
    month('2026-07', 'paid', '2026-08-15'),
    month('2026-08', 'open', '2026-09-15'),
    month('2026-09', 'filed', '2026-10-15'),
    month('2026-10', 'closed', '2026-11-15'),
    month('2026-11', 'open', '2026-12-15'),
  ]);
  expect(steps.map(({ name, periods, taxFen }) => [name, periods.map((one) => one.month), taxFen])).toEqual([
    ['toFile', ['2026-08', '2026-10'], 2_460],
    ['filed', ['2026-09'], 1_230],
    ['paid', ['2026-07'], 1_230],
  ]);
  expect(firstDue(steps[0]?.periods ?? [])).toMatchObject({ period: { month: '2026-08' }, late: true });
});

it('has nothing in any step before the first payment', () => {
  expect(filingSteps([]).map(({ periods, taxFen }) => [periods.length, taxFen])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(firstDue([])).toBeUndefined();
});
