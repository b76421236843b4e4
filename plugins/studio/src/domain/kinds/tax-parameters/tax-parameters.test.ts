import { taxParameters } from './tax-parameters';

const text = { zh: '文', en: 'text' };
const row = (from: string, to: string | null, value: object): object => ({ from, to, value, reference: text });
const parameter = (id: string, ...rows: object[]): object => ({ id, name: text, rows });
const rate = (decimal: string): object => ({ type: 'rate', rate: decimal });
const brackets = (...rows: [number | null, string, number][]): object => ({
  type: 'brackets',
  brackets: rows.map(([upToFen, of, quickFen]) => ({ upToFen, rate: of, quickFen })),
});
const faults = (...parameters: object[]): string[] =>
  taxParameters.faults({ parameters } as never).map(({ path, code }) => `${path} ${code}`);

const levy = parameter(
  'vatReliefRate',
  row('2023-01-01', '2025-12-31', rate('0.01')),
  row('2026-01-01', '2027-12-31', rate('0.02')),
);

describe('dated tax parameters (R13.1)', () => {
  it.each([
    ['2025-12-31', { type: 'rate', rate: '0.01' }],
    ['2026-01-01', { type: 'rate', rate: '0.02' }],
    ['2028-01-01', null],
    ['2022-12-31', null],
  ])('on %s', (day, value) => {
    const content = { parameters: [levy] } as never;
    expect(taxParameters.evaluate(content, { day, parameter: 'vatReliefRate' }).outcome).toMatchObject({ value });
    expect(taxParameters.hints(content).map(({ code }) => code)).toEqual(['ends']);
  });

  it('refuses rows that overlap, end before they begin, or mix types', () => {
    const overlap = parameter('a', row('2026-01-01', null, rate('0')), row('2027-01-01', '2026-12-31', rate('0')));
    expect(faults(overlap)).toEqual(['parameters.0.rows.0.to overlaps', 'parameters.0.rows.1.to ends-before']);
    const mixed = parameter(
      'a',
      row('2026-01-01', '2026-12-31', rate('0')),
      row('2027-01-01', null, { type: 'amount', amountFen: 1 }),
    );
    expect(faults(mixed)).toEqual(['parameters.0.rows.1.value mixed-types']);
  });

  it('takes the table of labour remuneration, and refuses one that jumps, does not ascend or does not end open', () => {
    const table = (...rows: [number | null, string, number][]): object =>
      parameter('b', row('2019-01-01', null, brackets(...rows)));
    const first: [number, string, number] = [2_000_000, '0.2', 0];
    expect(faults(table(first, [5_000_000, '0.3', 200_000], [null, '0.4', 700_000]))).toEqual([]);
    const path = 'parameters.0.rows.0.value.brackets';
    expect(faults(table(first, [null, '0.3', 200_001]))).toEqual([`${path}.1.quickFen jumps`]);
    expect(faults(table(first, [2_000_000, '0.2', 0], [null, '0.2', 0]))).toEqual([`${path}.0.upToFen not-ascending`]);
    expect(faults(table(first))).toEqual([`${path}.0.upToFen last-is-closed`]);
  });
});
