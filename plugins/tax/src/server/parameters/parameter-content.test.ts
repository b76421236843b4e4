import { addDays } from '@linggong/core/domain';
import { seedReport } from '@linggong/studio/domain';
import fc from 'fast-check';
import { INITIAL_TABLES } from '../../domain';
import { judgeParameters } from './judge-parameters';
import { contentOf, parameterNames, tablesOf, type ParameterContent } from './parameter-content';
import { parameterSeed } from './parameter-seed';

type Draft = {
  parameters: { id: string; rows: { from: string; to: string | null; value: Record<string, unknown> }[] }[];
};
const draft = (change: (content: Draft) => void): never => {
  const content = JSON.parse(JSON.stringify(parameterSeed.content)) as Draft;
  change(content);
  return content as never;
};
const rowsOf = (content: Draft, id: string) => content.parameters.find((one) => one.id === id)?.rows ?? [];
function rowOf(content: Draft, id: string, at = 0): Draft['parameters'][number]['rows'][number] {
  const row = rowsOf(content, id)[at];
  if (row === undefined) throw new Error(`${id} has no row ${at}`);
  return row;
}
const faults = (change: (content: Draft) => void, day = '2026-11-27'): string[] =>
  judgeParameters(draft(change), parameterSeed.content, day).map(({ code }) => code);

describe('tax parameters in Studio (R5.1, R13.1)', () => {
  it('are the tables of the engine, to the fen and to the day', () => {
    expect(tablesOf(contentOf(INITIAL_TABLES), 'initial-release')).toEqual(INITIAL_TABLES);
    expect(tablesOf(parameterSeed.content as unknown as ParameterContent, 'initial-release')).toEqual(INITIAL_TABLES);
  });

  it('pass their kind, their cases and their consumer', () => {
    expect(seedReport(parameterSeed)).toMatchObject({ passed: true, faults: [] });
    expect(judgeParameters(parameterSeed.content, undefined, '2026-11-27')).toEqual([]);
  });

  it('take a value that begins after the day, and end one from that day on', () => {
    const next = (content: Draft): void => {
      const rows = rowsOf(content, 'vatReliefRate');
      rows.push({
        ...rowOf(content, 'vatReliefRate', 1),
        from: '2028-01-01',
        to: '2028-12-31',
        value: { type: 'rate', rate: '0.015' },
      });
      rowOf(content, 'educationRate').to = '2026-12-31';
    };
    expect(faults(next)).toEqual([]);
  });

  it.each<[string, (content: Draft) => void, string]>([
    ['a rate of today', (c) => (rowOf(c, 'vatReliefRate', 1).value = { type: 'rate', rate: '0.02' }), 'past-changed'],
    ['a row ended yesterday', (c) => (rowOf(c, 'educationRate').to = '2026-11-26'), 'past-changed'],
    ['a row of the past taken away', (c) => void rowsOf(c, 'vatLevyRate').shift(), 'past-changed'],
    ['a parameter taken away', (c) => void c.parameters.pop(), 'parameter-missing'],
    [
      'one that nobody computes with',
      (c) => void c.parameters.splice(0, 1, { id: 'wish', rows: [] }),
      'parameter-missing',
    ],
    ['another type', (c) => (rowOf(c, 'gapPolicy').value = { type: 'rate', rate: '0.1' }), 'parameter-type'],
    [
      'a policy that is none',
      (c) => (rowOf(c, 'gapPolicy').value = { type: 'option', option: 'never' }),
      'parameter-type',
    ],
  ])('refuse %s', (_name, change, code) => {
    expect(faults(change)).toContain(code);
  });

  it.each<[string, string, object, string]>([
    [
      'a rate of the place that is none of the law',
      'platformUrbanRate',
      { type: 'rate', rate: '0.06' },
      'rate-not-of-law',
    ],
    ['a relief above the levy', 'vatReliefRate', { type: 'rate', rate: '0.04' }, 'relief-above-levy'],
    [
      'a deduction that jumps',
      'labourAllowance',
      { type: 'allowance', flatUpToFen: 500_000, flatFen: 80_000 },
      'allowance-jumps',
    ],
  ])('refuse %s, also in the future', (_name, id, value, code) => {
    const change = (content: Draft): void => {
      const rows = rowsOf(content, id);
      const last = rowOf(content, id, rows.length - 1);
      last.to = '2027-12-31';
      rows.push({ ...last, from: '2028-01-01', to: null, value: { ...value } });
      if (id === 'vatReliefRate') return;
    };
    expect(faults(change)).toContain(code);
  });

  it('refuse any changed value of a day that is gone, and take the same one day later', () => {
    // Before the end of 2027, when the reliefs of today end.
    const days = fc.integer({ min: 0, max: 700 }).map((ahead) => addDays('2026-01-01', ahead));
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...parameterNames.filter((name) => INITIAL_TABLES[name].length === 1)),
        (day, id) => {
          const split = (content: Draft): void => {
            const rows = rowsOf(content, id);
            const first = rowOf(content, id);
            rows.push({ ...first, from: day });
            first.to = addDays(day, -1);
          };
          // A row begun on the day itself is a change of that day, whatever its value.
          if (day > (INITIAL_TABLES[id][0]?.from ?? '')) {
            expect(faults(split, day)).toContain('past-changed');
            expect(faults(split, addDays(day, -1))).not.toContain('past-changed');
          }
        },
      ),
    );
  });
});
