import { sla } from './sla';

const text = { zh: '文', en: 'text' };
const clock = (id: string, matter: string, severity: string | null, amount: number, unit: string): object => ({
  ...{ id, name: text, matter, severity, amount, unit, warnAt: '0.75', basis: text },
});
const content = {
  opens: '09:00',
  closes: '18:00',
  clocks: [
    clock('any', 'case', null, 5, 'working-days'),
    clock('urgent', 'case', 'P1', 4, 'working-hours'),
    clock('long', 'case', 'P2', 20, 'working-hours'),
    clock('plain', 'answer', null, 24, 'hours'),
    clock('days', 'close', null, 15, 'days'),
    clock('one', 'reply', null, 1, 'working-days'),
  ],
} as never;
const holidays = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
/** Starts and ends are instants: 09:00 in Beijing is 01:00Z. */
const due = (matter: string, severity: string, start: string): unknown =>
  sla.evaluate(content, { matter, severity, start, holidays, workdays: ['2026-10-10'] }).outcome;

describe('clocks in hours of work (R8.2; GB/T 19012 clause 7)', () => {
  it.each([
    ['within a day', 'P1', '2026-09-29T02:00:00.000Z', '2026-09-29T06:00:00.000Z'],
    ['over the night', 'P1', '2026-09-29T08:30:00.000Z', '2026-09-30T03:30:00.000Z'],
    ['from before work', 'P1', '2026-09-28T20:00:00.000Z', '2026-09-29T05:00:00.000Z'],
    ['to the last minute of a day', 'P1', '2026-09-29T06:00:00.000Z', '2026-09-29T10:00:00.000Z'],
    ['over the break of National Day', 'P1', '2026-09-30T09:00:00.000Z', '2026-10-08T04:00:00.000Z'],
    ['from a holiday into a working Saturday', 'P2', '2026-10-03T02:00:00.000Z', '2026-10-10T03:00:00.000Z'],
  ])('%s', (_name, severity, start, end) => {
    expect(due('case', severity, start)).toMatchObject({ due: end });
  });

  it('counts working days from the day after, to the end of work', () => {
    expect(due('case', 'P3', '2026-09-29T02:00:00.000Z')).toEqual({
      clock: 'any',
      due: '2026-10-12T10:00:00.000Z',
      result: { zh: '5 个工作日', en: '5 working days' },
    });
  });

  it('says one of a unit in the singular', () => {
    expect(due('reply', 'P1', '2026-09-29T02:00:00.000Z')).toMatchObject({
      result: { zh: '1 个工作日', en: '1 working day' },
    });
  });

  it('counts plain hours and days through nights and holidays', () => {
    expect(due('answer', 'P1', '2026-09-30T15:30:00.000Z')).toMatchObject({ due: '2026-10-01T15:30:00.000Z' });
    expect(due('close', 'P1', '2026-09-30T15:30:00.000Z')).toMatchObject({ due: '2026-10-15T15:30:00.000Z' });
  });

  it('has no end for what has no clock', () => {
    expect(due('other', 'P1', '2026-09-30T15:30:00.000Z')).toEqual({
      clock: null,
      due: null,
      result: { zh: '没有时限', en: 'no clock' },
    });
    const question = { matter: 'other', severity: 'P1', start: '2026-09-30T15:30:00.000Z', holidays, workdays: [] };
    expect(sla.evaluate(content, question).trace).toEqual([
      { zh: '“other”没有“P1 紧急”的时限', en: 'No clock of "P1 urgent" for "other"' },
    ]);
  });

  it('refuses hours that never open, two clocks for one thing, and warnings after the end', () => {
    const wrong = {
      opens: '18:00',
      closes: '09:00',
      clocks: [clock('a', 'case', 'P1', 1, 'hours'), { ...clock('b', 'case', 'P1', 2, 'hours'), warnAt: '1.1' }],
    };
    expect(sla.faults(wrong as never).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'closes hours-too-short',
      'clocks.1 clock-twice',
      'clocks.1.warnAt warns-late',
    ]);
  });
});
