import sharp from 'sharp';
import { redraw } from './picture';

const SECRET = 'Xi’an, Yanta district';

/** 40 x 20, left half red: what is above, below, left and right can be told apart. */
function halves(): sharp.Sharp {
  const red = {
    input: { create: { width: 20, height: 20, channels: 3 as const, background: '#f00' } },
    left: 0,
    top: 0,
  };
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } }).composite([red]);
}

const withNotes = (picture: sharp.Sharp): sharp.Sharp =>
  picture
    .withExif({ IFD0: { ImageDescription: SECRET }, IFD3: { GPSLatitude: '34/1 13/1 0/1' } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${SECRET}"/></rdf:RDF></x:xmpmeta>`,
    );

/** R9.5: a photograph tells where and by what it was taken; none of it is kept. */
describe('a picture that is drawn anew', () => {
  it.each(['jpeg', 'png'] as const)('keeps nothing that came beside its pixels (%s)', async (format) => {
    const sent = Buffer.concat([await withNotes(halves()).toFormat(format).toBuffer(), Buffer.from(SECRET)]);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    expect(sent.includes('Yanta')).toBe(true);
    const kept = await redraw(sent, format);
    const { exif, xmp, icc, iptc, comments, width, height } = await sharp(kept).metadata();
    expect({ exif, xmp, icc, iptc, comments, width, height }).toEqual({ width: 40, height: 20 });
    expect(kept.includes('Yanta')).toBe(false);
  });

  it('stands upright as the camera meant it', async () => {
    const turned = await halves().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height, orientation } = await sharp(await redraw(turned, 'jpeg')).metadata();
    expect([width, height, orientation]).toEqual([20, 40, undefined]);
  });

  it('is refused where it does not draw, or draws as another kind', async () => {
    const jpeg = await halves().jpeg().toBuffer();
    const refusals: [Buffer, 'jpeg' | 'png'][] = [
      [jpeg.subarray(0, jpeg.length / 2), 'jpeg'],
      [jpeg, 'png'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'png'],
    ];
    for (const [bytes, format] of refusals) {
      await expect(redraw(bytes, format)).rejects.toMatchObject({ code: 'picture-broken' });
    }
  });

  it('is refused by the size that it says it has, before anything is drawn', async () => {
    const tiny = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const bomb = Buffer.from(tiny);
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    await expect(redraw(bomb, 'png')).rejects.toMatchObject({ code: 'picture-too-large' });
  });
});
