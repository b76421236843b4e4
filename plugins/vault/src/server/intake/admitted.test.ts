import { ownBytes, servicePdf, sheetOriginal, textFile, type Admitted } from './admitted';

const pdf = (body: string): Buffer => Buffer.from(`%PDF-1.7\n${body}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
async function* chunks(...parts: Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}
async function read({ chunks: content }: Admitted): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

/** R9.3, GB/T 22239-2019 8.1.4.5: every way by which a file comes in. */
describe('a PDF of a service', () => {
  it('is kept byte for byte where nothing in it acts', async () => {
    const found = servicePdf(pdf('1 0 obj<</Type/Sig>>endobj'));
    expect(found.ok && (await read(found.content))).toContain('/Type/Sig');
  });

  it.each([
    ['active', pdf('1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj')],
    ['active', pdf('1 0 obj<</S/#4caunch>>endobj')],
    ['encrypted', pdf('<</Encrypt 3 0 R>>')],
    ['structure', Buffer.concat([pdf('1 0 obj<<>>endobj'), Buffer.from('PK\x03\x04\x00')])],
    ['kind', Buffer.from('<html>busy</html>')],
    ['size', Buffer.concat([pdf(''), Buffer.alloc(20 * 1_048_576)])],
  ])('is refused: %s', (fault, bytes) => {
    expect(servicePdf(bytes)).toEqual({ ok: false, fault });
  });
});

describe('the original of a sheet', () => {
  it.each([
    ['csv', Buffer.from('姓名,金额\r\n')],
    ['json', Buffer.from('[{"name":"a"}]')],
    ['xlsx', Buffer.from('PK\x03\x04rest', 'latin1')],
  ] as const)('is kept as it came: %s', async (format, bytes) => {
    const content = sheetOriginal(format, chunks(Buffer.alloc(0), bytes.subarray(0, 4), bytes.subarray(4)));
    expect(await read(content)).toBe(bytes.toString('latin1'));
  });

  it.each([
    ['csv', '%PDF-1.7\n'],
    ['csv', 'MZ\x90\x00'],
    ['csv', '<script>'],
    ['csv', 'a\x00b'],
    ['json', 'PK\x03\x04'],
    ['xlsx', '姓名,金额'],
    ['xlsx', '\xd0\xcf\x11\xe0'],
  ] as const)('is refused as %s where it begins %j', async (format, head) => {
    const content = sheetOriginal(format, chunks(Buffer.from(head, 'latin1')));
    await expect(read(content)).rejects.toMatchObject({ code: 'file-kind-unknown' });
  });
});

describe('a text file from outside', () => {
  it.each(['<?xml version="1.0"?><Document/>', '<Document xmlns="urn:iso">', '账号,户名\r\n', ''])(
    'may be a statement or a sheet: %j',
    (text) => {
      expect(textFile(Buffer.from(text))).toBeDefined();
    },
  );

  it.each([
    '%PDF-1.4',
    '\x7fELF\x00',
    'PK\x03\x04',
    '\x1f\x8b\x08',
    '<!DOCTYPE html>',
    ' <svg onload="x">',
    '#!/bin/sh',
    'a\x00',
  ])('is none where it is %j', (head) => {
    expect(textFile(Buffer.from(head, 'latin1'))).toBeUndefined();
  });

  it('has no NUL anywhere', () => {
    expect(textFile(Buffer.concat([Buffer.alloc(5_000, 0x41), Buffer.alloc(1)]))).toBeUndefined();
  });
});

it('what the platform wrote is kept as it is', async () => {
  expect(await read(ownBytes(Buffer.from('key')))).toBe('key');
  expect(await read(ownBytes(chunks(Buffer.from('a'), Buffer.from('b'))))).toBe('ab');
});
