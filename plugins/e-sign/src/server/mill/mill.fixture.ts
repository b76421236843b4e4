import path from 'node:path';
import { fontFiles } from '../documents/fonts';
import type { Mill } from './mill';
import { createThreadedMill } from './threaded-mill';

/** The built thread: `@libpdf/core` is an ES module, which Jest cannot load in its own realm. Build first (`npx tsc -b`). */
const entry = path.join(__dirname, '../../../dist/server/mill/mill-thread.js');

export function testMill(threads = 1): Mill {
  return createThreadedMill({ threads, fonts: () => fontFiles([]), entry });
}
