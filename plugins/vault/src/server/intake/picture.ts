import sharp from 'sharp';
import { pictureBroken, pictureTooLarge } from './intake-problems';

/** 50 megapixels: a page of A3 at 600 dots an inch. */
const PIXELS_MAX = 50_000_000;
const SECONDS_MAX = 20;

// Pictures of people must not stay in the memory of the library, and one at a time must not take both cores.
sharp.cache(false);
sharp.concurrency(1);

/**
 * The picture drawn anew: upright, in sRGB, and without anything that came beside its pixels – place and device (EXIF), notes,
 * thumbnails, bytes behind its end.
 * @throws Problem 422 `picture-broken` for what does not draw as the kind that its first bytes name, 413 `picture-too-large`
 */
export async function redraw(bytes: Buffer, format: 'jpeg' | 'png'): Promise<Buffer> {
  const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 });
  const about = await picture.metadata().catch(() => undefined);
  if (about?.format !== format) throw pictureBroken();
  if (about.width * about.height > PIXELS_MAX) throw pictureTooLarge(PIXELS_MAX / 1_000_000);
  const upright = picture.autoOrient().toColourspace('srgb').timeout({ seconds: SECONDS_MAX });
  const drawn = format === 'jpeg' ? upright.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }) : upright.png();
  return drawn.toBuffer().catch(() => {
    throw pictureBroken();
  });
}
