import { procedure } from './procedure';

const text = { zh: '文', en: 'text' };
const content = {
  area: 'risk',
  purpose: text,
  basis: text,
  binds: ['risk-officer'],
  acknowledgeDays: 7,
  reviewBy: '2027-01-31',
  sections: [{ id: '1', heading: text, body: text }],
} as const;
const asked = (role: string, day: string): unknown =>
  procedure.evaluate(content, { role, inForceSince: '2026-12-01', day }).outcome;

describe('procedures (R1.7, R6.4)', () => {
  it('bind the roles they name, who have until the last day of the term', () => {
    expect(asked('risk-officer', '2026-12-08')).toEqual({
      binds: true,
      acknowledgeBy: '2026-12-08',
      late: false,
      overdueForReview: false,
    });
    expect(asked('risk-officer', '2026-12-09')).toMatchObject({ late: true });
    expect(asked('archivist', '2027-02-01')).toMatchObject({ binds: false, acknowledgeBy: null, late: false });
  });

  it('are due for review after the day, not on it', () => {
    expect(asked('risk-officer', '2027-01-31')).toMatchObject({ overdueForReview: false });
    expect(asked('risk-officer', '2027-02-01')).toMatchObject({ overdueForReview: true });
  });

  it('must bind somebody', () => {
    expect(procedure.faults(content)).toEqual([]);
    expect(procedure.faults({ ...content, binds: [] }).map(({ code }) => code)).toEqual(['binds-nobody']);
  });
});
