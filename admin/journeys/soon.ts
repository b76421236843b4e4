import { isDeepStrictEqual } from 'node:util';

const readEveryMs = 50;
const limitMs = 30_000;

/** A page is drawn some moments after what was done to it: it is read until it shows what is expected, or for half a minute. */
export async function expectSoon<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + limitMs;
  let shown = await read();
  while (!isDeepStrictEqual(shown, expected) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, readEveryMs));
    shown = await read();
  }
  expect(shown).toEqual(expected);
}
