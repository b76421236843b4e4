import { spanNow } from '@linggong/core';
import type { Suite } from './suite';

/** A profile whose work is a span of its own: what encryption costs is the first thing that is asked of it. */
export function timed(suite: Suite): Suite {
  return {
    ...suite,
    seal: (...given) => spanNow('encryption', () => suite.seal(...given)),
    open: (...given) => spanNow('encryption', () => suite.open(...given)),
    mac: (...given) => spanNow('encryption', () => suite.mac(...given)),
  };
}
