import { crc32, zipOf } from './zip';
import { payoutTemplateHeader } from '@linggong/settlement/api';
import { Workbook } from 'exceljs';
import { payoutTemplate } from '../settlement-batches/payout-template';
import { templateOf } from './xlsx-template';

const titled = payoutTemplate.columns.map(({ titles, ...column }) => ({ ...column, title: titles[0] }));

describe('the template', () => {
  it('has the checksum that every zip reader asks for', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is a zip with its directory at the end', async () => {
    const bytes = Buffer.from(await zipOf([['a.txt', 'hello']]).arrayBuffer());
    expect(bytes.readUInt32LE(0)).toBe(0x04034b50);
    const end = bytes.length - 22;
    expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
    expect(bytes.readUInt16LE(end + 10)).toBe(1);
    expect(bytes.readUInt32LE(bytes.readUInt32LE(end + 16))).toBe(0x02014b50);
  });

  it('sets identity and card columns to text', async () => {
    const text = Buffer.from(await templateOf('发放表', [{ title: '证件号码', kind: 'text' }]).arrayBuffer()).toString(
      'utf8',
    );
    expect(text).toContain('<t>证件号码</t>');
    expect(text).toContain('customWidth="1" style="1"');
    expect(text).toContain('numFmtId="49"');
  });

  it('is read by Excel’s rules: headings first, notes on a sheet of their own, no example among the payments', async () => {
    const book = new Workbook();
    await book.xlsx.load(await templateOf(payoutTemplate.name, titled).arrayBuffer());
    const [sheet, notes, ...more] = book.worksheets;
    expect([sheet?.name, notes?.name, more.length]).toEqual(['发放表', '填写说明 Notes', 0]);
    expect(sheet?.rowCount).toBe(1);
    expect((sheet?.getRow(1).values as unknown[]).slice(1)).toEqual(payoutTemplateHeader);
    expect(sheet?.getCell('F2').dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThan' });
    expect(notes?.rowCount).toBe(payoutTemplateHeader.length + 1);
    for (let row = 2; row <= payoutTemplateHeader.length + 1; row += 1)
      for (const column of ['A', 'B', 'C', 'D', 'E'])
        expect(notes?.getCell(`${column}${row.toString()}`).text).not.toBe('');
  });
});
