import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Adds up the spans of this process from now on. @returns milliseconds by part so far */
export function addUpSpans() {
  const sums = {};
  require('@linggong/core').spans.subscribe(({ part, ownMs }) => {
    sums[part] = (sums[part] ?? 0) + ownMs;
  });
  return () => ({ ...sums });
}
