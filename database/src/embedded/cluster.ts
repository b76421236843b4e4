import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../start-problem';
import type { Binaries } from './binaries';
import { canRun, runProgram } from './run-program';
import { newSecret, readSecretFile, writeSecretFile } from './secret-file';
import { hostBasedAuthentication, serverSettings } from './server-settings';
import type { SystemAccount } from './system-account';

/** One PostgreSQL data folder (数据库簇) inside the installation's data folder. */
export interface Cluster {
  readonly folder: string;
  readonly superuserPassword: string;
}

export const superuser = 'postgres';

/**
 * Makes the cluster where there is none, and checks its major version where there is.
 * A cluster is initialised under another name and renamed when whole: kill -9 in the middle leaves nothing half made.
 * @throws StartProblem for a cluster of another major version, an unreachable folder or a lost password file
 */
export async function prepareCluster(
  dataFolder: string,
  binaries: Binaries,
  account: SystemAccount | undefined,
): Promise<Cluster> {
  await makeDataFolder(dataFolder, account);
  const folder = path.join(dataFolder, 'postgres');
  const passwordFile = path.join(dataFolder, 'postgres-superuser');
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    checkMajorVersion(folder, binaries);
    return { folder, superuserPassword: existingPassword(passwordFile) };
  }
  const superuserPassword = newSecret();
  await initialise(folder, superuserPassword, binaries, account);
  writeSecretFile(passwordFile, superuserPassword);
  await rename(`${folder}.new`, folder);
  return { folder, superuserPassword };
}

async function makeDataFolder(dataFolder: string, account: SystemAccount | undefined): Promise<void> {
  // Root's folder may be passed through by the server's account, but not listed; its secrets are 0600 each.
  await mkdir(dataFolder, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account && !canRun('/bin/sh', ['-c', 'cd "$0"', dataFolder], account)) {
    throw new StartProblem({
      zh: `系统用户 ${account.name} 无法进入数据目录 ${dataFolder}。请用 LINGGONG_DATA 指定一个可进入的目录。`,
      en: `The system user ${account.name} cannot enter the data folder ${dataFolder}. Name one that it can with LINGGONG_DATA.`,
    });
  }
}

function checkMajorVersion(folder: string, binaries: Binaries): void {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0] ?? '';
  if (found !== ours) {
    throw new StartProblem({
      zh: `数据目录 ${folder} 属于 PostgreSQL ${found}，本程序自带的是 PostgreSQL ${ours}，不能直接打开。请用原版本启动并备份恢复，或用 LINGGONG_DATA 另指定目录。没有改动任何数据。`,
      en: `The data folder ${folder} belongs to PostgreSQL ${found}, this program ships PostgreSQL ${ours} and cannot open it. Start it with the version that made it and move it by backup and restore, or name another folder with LINGGONG_DATA. Nothing was changed.`,
    });
  }
}

function existingPassword(passwordFile: string): string {
  const password = readSecretFile(passwordFile);
  if (password === undefined) {
    throw new StartProblem({
      zh: `数据目录已有数据库，但缺少密码文件 ${passwordFile}。请从备份中恢复该文件。`,
      en: `The data folder holds a database, but its password file ${passwordFile} is missing. Restore that file from your backup.`,
    });
  }
  return password;
}

async function initialise(
  folder: string,
  password: string,
  binaries: Binaries,
  account: SystemAccount | undefined,
): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (account) {
      await Promise.all([fresh, passwordFile].map((entry) => chown(entry, account.uid, account.gid)));
    }
    // The builtin C.UTF-8 locale orders by code point on every machine; indexes survive a change of the C library.
    await runProgram(
      binaries.initdb,
      [
        `--pgdata=${fresh}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      account,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(path.join(fresh, 'pg_hba.conf'), hostBasedAuthentication);
  await writeFile(path.join(fresh, 'postgresql.conf'), "include 'linggong.conf'\n");
}

/** Writes linggong.conf for the next start: the new one or the old one, never half of one, also on a full disk. */
export async function configure(
  cluster: Cluster,
  port: number,
  extra: Readonly<Record<string, string>>,
  account: SystemAccount | undefined,
): Promise<void> {
  const file = path.join(cluster.folder, 'linggong.conf');
  const draft = `${file}.new`;
  await writeFile(draft, serverSettings(port, cluster.folder, extra));
  await chmod(draft, 0o600);
  if (account) {
    await chown(draft, account.uid, account.gid);
  }
  await rename(draft, file);
}
