import { spawnSync } from 'node:child_process';
import path from 'node:path';

const builder = path.resolve(__dirname, '../../.ci/build-pages.mjs');

/**
 * Builds console and panel as `npm start` does, before any test; in the whole suite they are built beside its checks. Several tests start a platform; where nothing is built yet, two of them at once would empty each other's output folder.
 */
export default function buildPages(): void {
  const { status } = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (status !== 0) throw new Error('console and panel could not be built; `npm run build` comes first');
}
