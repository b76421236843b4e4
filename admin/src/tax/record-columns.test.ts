import { ownTaxColumns, taxRecordColumns } from './record-columns';
import type { TaxRecordRow } from './tax';

const row = { grossFen: 1_200_000, incomeTaxFen: 13_800, taxMonth: '2026-11' } as TaxRecordRow;

describe('the tax records of a worker himself', () => {
  it('have no column that says who he is', () => {
    for (const phone of [true, false])
      expect(ownTaxColumns(phone, (field) => field).map(({ source }) => source)).not.toContain('workerNameMasked');
    expect(taxRecordColumns.map(({ source }) => source)).toContain('workerNameMasked');
  });

  it('tell on a phone the month, and name income and tax', () => {
    const columns = ownTaxColumns(true, (field) => (field === 'grossFen' ? '含税收入' : '个税'));
    expect(columns.find(({ phone }) => phone === 'title')?.source).toBe('taxMonth');
    expect(columns.flatMap(({ text }) => (text === undefined ? [] : [text(row)]))).toEqual([
      '个税 138.00',
      '含税收入 12,000.00',
    ]);
  });
});
