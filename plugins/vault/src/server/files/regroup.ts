/** The same bytes in pieces of exactly `size`, but for the last; never more than one piece and one incoming chunk in memory. */
export async function* regroup(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    const all = Buffer.concat(waiting, length);
    let at = 0;
    for (; all.length - at >= size; at += size) yield all.subarray(at, at + size);
    waiting = at < all.length ? [all.subarray(at)] : [];
    length = all.length - at;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

/** Each piece with whether it is the last; an empty stream is one empty last piece. */
export async function* withLast(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let before: Buffer | undefined;
  for await (const piece of pieces) {
    if (before) yield { piece: before, isLast: false };
    before = piece;
  }
  yield { piece: before ?? Buffer.alloc(0), isLast: true };
}
