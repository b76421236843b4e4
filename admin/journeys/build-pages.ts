import { spawnSync } from 'node:child_process';
import path from 'node:path';

const builder = path.resolve(__dirname, '../../database/dist/build/index.js');

/**
 * Jest's globalSetup of the journeys: builds console and panel as `npm start` does, before any test. Several tests start a
 * platform; where nothing is built yet, two of them at once would empty each other's output folder.
 */
export default function buildPages(): void {
  const script = `require(${JSON.stringify(builder)}).buildPages(process.env, new AbortController().signal).catch((error) => { console.error(error); process.exit(1); })`;
  const { status } = spawnSync(process.execPath, ['-e', script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('console and panel could not be built; `npm run build` comes first');
}
