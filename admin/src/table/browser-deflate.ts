import type { Deflate } from '@linggong/core/domain';

/** Raw deflate by the browser itself, for `exportChunks`. */
export const browserDeflate: Deflate = async function* (clear) {
  const packer = new CompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const written = (async () => {
    for await (const piece of clear) await writer.write(new Uint8Array(piece));
    await writer.close();
  })();
  // A fault of the rows ends the reading as well; it is thrown below, from where it came.
  written.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const reader = packer.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } finally {
    await written;
  }
};
