import { crc32, zipOf } from './zip';
import { templateOf } from './xlsx-template';

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
});
