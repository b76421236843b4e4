import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { pdfFault } from './pdf-fault';

const TAIL = '\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const pdf = (body: string | Buffer, tail = TAIL): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body), Buffer.from(tail)]);
const packed = (objects: string, names = '/Type/ObjStm/Filter/FlateDecode'): Buffer => {
  const stream = deflateSync(objects);
  return Buffer.concat([
    Buffer.from(`9 0 obj<<${names}/Length ${stream.length}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream endobj'),
  ]);
};

const names = [
  'JavaScript',
  'Rendition',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'OnInstantiate',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Movie',
  'Sound',
];
/** `/Launch` as `/#4Caunch`. */
const escaped = (name: string): string => `#${name.charCodeAt(0).toString(16)}${name.slice(1)}`;

describe('a PDF that is taken in', () => {
  it('may be a plain one, one with links and a first view, and one that was signed and went on', () => {
    expect(pdfFault(pdf('1 0 obj<</Type/Catalog/OpenAction[3 0 R/Fit]>>endobj'))).toBeUndefined();
    expect(pdfFault(pdf('4 0 obj<</A<</S/URI/URI(https://example.cn)>>>>endobj'))).toBeUndefined();
    expect(pdfFault(pdf(packed('5 0 <</Type/Page>>')))).toBeUndefined();
    expect(
      pdfFault(Buffer.concat([pdf('1 0 obj<<>>endobj'), Buffer.from(`2 0 obj<</Type/Sig>>endobj${TAIL}`)])),
    ).toBeUndefined();
  });

  it('may hold twenty megabytes of pictures', () => {
    const picture = Buffer.concat([Buffer.from('<</Length 1>>\nstream\n'), randomBytes(19 * 1_048_576)]);
    expect(pdfFault(pdf(picture))).toBeUndefined();
  });

  it.each(names)('does not hold /%s, plainly, escaped, packed or added afterwards', (name) => {
    const action = `<</S/${name}/F(x)>>`;
    expect(pdfFault(pdf(action))).toBe('active');
    expect(pdfFault(pdf(`<</S/${escaped(name)} 1 0 R>>`))).toBe('active');
    expect(pdfFault(pdf(packed(`7 0 ${action}`)))).toBe('active');
    expect(pdfFault(pdf(packed(`7 0 <</S/${escaped(name)}>>`, '/Type/#4fbjStm/Filter/FlateDecode')))).toBe('active');
    expect(pdfFault(Buffer.concat([pdf('1 0 obj<<>>endobj'), Buffer.from(action + TAIL)]))).toBe('active');
    // What a comment or a stream pretends to skip is looked at all the same.
    expect(pdfFault(pdf(`% <<>> stream\n${action}\n% endstream`))).toBe('active');
  });

  it('does not take a longer name for one of them', () => {
    expect(pdfFault(pdf('<</Soundness 1/LaunchPad 2/XFAB 3/EncryptMetadata false>>'))).toBeUndefined();
  });

  it('is not encrypted', () => {
    expect(pdfFault(pdf('', '\ntrailer<</Encrypt 8 0 R>>\n%%EOF'))).toBe('encrypted');
  });

  it('has objects that can be unpacked, and not too many', () => {
    expect(pdfFault(pdf('<</Type/ObjStm/Filter/LZWDecode>>\nstream\nabc\nendstream'))).toBe('packed');
    expect(pdfFault(pdf('<</Type/ObjStm>>'))).toBe('packed');
    expect(pdfFault(pdf(packed('0'.repeat(17 * 1_048_576))))).toBe('packed');
    expect(pdfFault(pdf(Buffer.concat(Array.from({ length: 5_001 }, () => packed('1 0 2')))))).toBe('packed');
  });

  it.each([
    ['begins with something else', Buffer.concat([Buffer.from('GIF89a'), pdf('')])],
    ['has no end', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['ends long before', Buffer.concat([pdf(''), Buffer.alloc(2_000, 0x20)])],
    ['carries an archive', Buffer.concat([pdf(''), Buffer.from('PK\x03\x04\x00\x00')])],
  ])('is refused where it %s', (_what, bytes) => {
    expect(pdfFault(bytes)).toBe('structure');
  });
});
