import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { receiveFile } from './receive-file';

const sent = (...chunks: Buffer[]): Readable => Readable.from(chunks);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n');

describe('the gate of files', () => {
  it('keeps a PDF byte for byte, however it comes', async () => {
    const bytewise = [...pdf].map((byte) => Buffer.from([byte]));
    const { bytes, contentType, receivedSha256 } = await receiveFile(sent(...bytewise));
    expect(bytes.equals(pdf)).toBe(true);
    expect(contentType).toBe('application/pdf');
    expect(receivedSha256).toBe(createHash('sha256').update(pdf).digest('hex'));
  });

  it('keeps a picture as it draws it, and knows it by what was sent', async () => {
    const jpeg = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0a0' } })
      .withExif({ IFD0: { Make: 'a camera' } })
      .jpeg()
      .toBuffer();
    const { bytes, contentType, receivedSha256 } = await receiveFile(sent(jpeg));
    expect([contentType, bytes.includes('a camera')]).toEqual(['image/jpeg', false]);
    expect(receivedSha256).toBe(createHash('sha256').update(jpeg).digest('hex'));
  });

  it.each([
    ['PK\x03\x04....', 'file-kind-unknown'],
    ['<html>..', 'file-kind-unknown'],
    ['%PD', 'file-kind-unknown'],
    ['', 'file-kind-unknown'],
    ['%PDF-1.7\n/S/JavaScript\n%%EOF', 'pdf-active'],
  ])('refuses %j as %s', async (text, code) => {
    await expect(receiveFile(sent(Buffer.from(text, 'latin1')))).rejects.toMatchObject({ code, status: 422 });
  });

  it('reads no more of what is too large, or of no known kind, than tells it', async () => {
    let given = 0;
    const endless = (first: string) =>
      Readable.from(
        (async function* () {
          yield Buffer.from(first);
          for (; given < 1_000; given += 1) yield Buffer.alloc(65_536);
        })(),
      );
    await expect(receiveFile(endless('%PDF-1.7'), 1_048_576)).rejects.toMatchObject({
      code: 'file-too-large',
      status: 413,
    });
    expect(given).toBeLessThan(40);
    given = 0;
    await expect(receiveFile(endless('MZ......'), 1_048_576)).rejects.toMatchObject({ code: 'file-kind-unknown' });
    expect(given).toBeLessThan(20);
  });

  it('lets eight in at a time, and the next when one is done', async () => {
    const doors = Array.from({ length: 8 }, () => new Readable({ read: () => undefined }));
    const inside = doors.map((door) => receiveFile(door));
    const ninth = receiveFile(sent(pdf));
    let isIn = false;
    void ninth.then(() => (isIn = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isIn).toBe(false);
    for (const door of doors) {
      door.push(pdf);
      door.push(null);
    }
    await Promise.all(inside);
    expect((await ninth).contentType).toBe('application/pdf');
  });
});
