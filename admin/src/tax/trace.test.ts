import { traceOf } from './trace';

describe('a tax trace from the wire', () => {
  it('takes the VAT apart from the months and leaves out what it does not know', () => {
    const trace = traceOf([
      {
        kind: 'vat',
        role: 'platform-files',
        reached: false,
        comparedGrossFen: 1200000,
        thresholdFen: 10000000,
        rate: '0.01',
      },
      {
        kind: 'payment',
        month: '2026-11',
        months: 2,
        incomeFen: 1200000,
        rate: '0.03',
        withheldFen: 13800,
        article: { zh: '第一条', en: 'art. 1' },
      },
      { kind: 'of-the-future' },
      null,
    ]);
    expect(trace.vat).toMatchObject({ role: 'platform-files', reached: false, thresholdFen: 10000000 });
    expect(trace.rows).toHaveLength(1);
    expect(trace.rows[0]).toMatchObject({
      month: '2026-11',
      months: 2,
      withheldFen: 13800,
      quickFen: 0,
      article: { zh: '第一条', en: 'art. 1' },
    });
  });

  it('reads nothing out of nothing', () => {
    expect(traceOf(undefined)).toEqual({ vat: undefined, rows: [] });
  });
});
