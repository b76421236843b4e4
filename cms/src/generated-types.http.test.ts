import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

const cms = path.resolve(__dirname, '..');
const committed = path.join(cms, 'types', 'generated', 'contentTypes.d.ts');

/** `UPDATE_TYPES=1 npx jest cms/src/generated-types` writes the file anew. */
const update = process.env['UPDATE_TYPES'] === '1';

describe('types of the content types', () => {
  let booted: BootedStrapi;
  const out = mkdtempSync(path.join(tmpdir(), 'linggong-types-'));

  beforeAll(async () => {
    booted = await bootStrapi();
  }, 120_000);

  afterAll(async () => {
    await booted.stop();
    rmSync(out, { recursive: true, force: true });
  });

  it('are committed as they would be generated now', () => {
    // The booted app has put the address of its database into the environment.
    execFileSync(process.execPath, [path.join(cms, 'dist/src/generate-types.js'), out], { cwd: cms, stdio: 'pipe' });
    const now = readFileSync(path.join(out, 'generated', 'contentTypes.d.ts'), 'utf8');
    if (update) writeFileSync(committed, now);
    expect(readFileSync(committed, 'utf8')).toBe(now);
  }, 60_000);
});
