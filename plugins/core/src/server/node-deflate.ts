import { pipeline, Readable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import type { Deflate } from '../domain';

/** Raw deflate by Node's zlib, for `exportChunks`. A fault of the bytes is thrown to who reads; who stops reading ends both. */
export const nodeDeflate: Deflate = (clear) => {
  const deflate = createDeflateRaw();
  pipeline(Readable.from(clear, { objectMode: false }), deflate, () => undefined);
  return deflate;
};
