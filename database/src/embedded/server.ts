import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../start-problem';
import { prepareBinaries, type Binaries } from './binaries';
import { archiveSettings, prepareSpool, type ArchiveOptions } from './archive';
import { configure, prepareCluster, superuser, type Cluster } from './cluster';
import { freePort } from './free-port';
import { runningPostmaster } from './postmaster';
import { runProgram } from './run-program';
import { systemAccount, type SystemAccount } from './system-account';

/** A started embedded PostgreSQL (内置数据库). */
export interface EmbeddedServer {
  readonly port: number;
  /** It was running already: a supervisor before us was killed and left it behind. */
  readonly adopted: boolean;
  /** Connection string of the superuser; for preparing roles and databases only. */
  superuserUrl(database?: string): string;
  /** Ends every connection, writes a checkpoint and stops ("fast" shutdown). */
  stop(): Promise<void>;
  /** As a power cut: no checkpoint, the next start recovers ("immediate" shutdown). */
  crash(): Promise<void>;
}

export interface ServerOptions {
  /** Absolute; holds `postgres/` (the cluster) and `postgres-superuser` (its password, 0600). */
  readonly dataFolder: string;
  /** Settings that win over the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Archive the write-ahead log into a spool beside the cluster, from where continuity ships it; without, nothing is archived. */
  readonly archive?: ArchiveOptions;
}

/** Recovery after a crash replays up to max_wal_size; half an hour is far above what a slow disk needs. */
const startTimeoutSeconds = 1800;

const startAttempts = 20;
const retryMs = 500;

/**
 * Starts the server on a free loopback port, making its cluster first where there is none.
 * @throws StartProblem when the machine, the folder or the cluster's version is not usable; nothing is changed then
 */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  const account = systemAccount();
  const binaries = await prepareBinaries(account);
  const cluster = await prepareCluster(options.dataFolder, binaries, account);
  const running = runningPostmaster(cluster.folder);
  if (running) {
    await waitUntilReady(cluster, binaries, account);
    const adopted = serverOn(running.port, true, cluster, binaries, account);
    if (hasCurrentLevel(cluster)) return adopted;
    // Left behind by a release whose log could not be decoded: that changes with a restart alone.
    await adopted.stop();
  }
  const port = await freePort(previousPort(cluster));
  const archive = options.archive
    ? archiveSettings(await prepareSpool(options.dataFolder, account), options.archive)
    : {};
  await configure(cluster, port, { ...archive, ...options.settings }, account);
  await start(cluster, binaries, account);
  if (options.archive) await wakeCheckpointer(cluster, binaries, account);
  return serverOn(port, false, cluster, binaries, account);
}

/** Whether the server was started with a log that the witness can read. */
function hasCurrentLevel(cluster: Cluster): boolean {
  try {
    return /^wal_level = 'logical'$/m.test(readFileSync(path.join(cluster.folder, 'linggong.conf'), 'utf8'));
  } catch {
    return false;
  }
}

function previousPort(cluster: Cluster): number | undefined {
  try {
    const line = /^port = '(\d+)'$/m.exec(readFileSync(path.join(cluster.folder, 'linggong.conf'), 'utf8'));
    return line?.[1] === undefined ? undefined : Number(line[1]);
  } catch {
    return undefined;
  }
}

async function start(cluster: Cluster, binaries: Binaries, account: SystemAccount | undefined): Promise<void> {
  const log = path.join(cluster.folder, 'start.log');
  const args = ['start', '-D', cluster.folder, '-l', log, '-w', '-s', '-t', String(startTimeoutSeconds)];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runProgram(binaries.pgCtl, args, account);
      return;
    } catch (cause) {
      const lastWords = lastWordsOf(cluster);
      // Children of a killed server go within a second or two of it; until then they hold its shared memory.
      if (attempt === startAttempts || !/shared memory block/.test(lastWords)) {
        throw cannotStart(lastWords, cause);
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/**
 * The checkpointer, which closes segments in time, begins while recovery is under way, disregards `archive_timeout` then and sleeps until
 * its first checkpoint, a quarter of an hour: the log of that time would lie on this disk alone. A reload makes it look again.
 */
async function wakeCheckpointer(
  cluster: Cluster,
  binaries: Binaries,
  account: SystemAccount | undefined,
): Promise<void> {
  await runProgram(binaries.pgCtl, ['reload', '-D', cluster.folder, '-s'], account);
}

/** Ends of start.log and of the newest file of the log collector, which takes over in the middle of a start. */
function lastWordsOf(cluster: Cluster): string {
  const logs = path.join(cluster.folder, 'log');
  try {
    const newest = readdirSync(logs)
      .map((name) => path.join(logs, name))
      .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
      .at(-1);
    return [path.join(cluster.folder, 'start.log'), newest ?? []]
      .flat()
      .map((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-4).join('\n'))
      .join('\n');
  } catch {
    return '';
  }
}

function cannotStart(lastWords: string, cause: unknown): StartProblem {
  return new StartProblem(
    { zh: `内置 PostgreSQL 未能启动：\n${lastWords}`, en: 'The embedded PostgreSQL did not start, see above.' },
    { cause },
  );
}

/** An adopted server may still be in recovery: `pg_ctl status` knows it is there, only a connection knows it is ready. */
async function waitUntilReady(cluster: Cluster, binaries: Binaries, account: SystemAccount | undefined): Promise<void> {
  const pidFile = path.join(cluster.folder, 'postmaster.pid');
  for (let waitedMs = 0; waitedMs < startTimeoutSeconds * 1000; waitedMs += 200) {
    const state = readFileSync(pidFile, 'utf8').split('\n')[7]?.trim();
    if (state === 'ready') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await runProgram(binaries.pgCtl, ['status', '-D', cluster.folder], account);
}

function serverOn(
  port: number,
  adopted: boolean,
  cluster: Cluster,
  binaries: Binaries,
  account: SystemAccount | undefined,
): EmbeddedServer {
  const stop = async (mode: 'fast' | 'immediate'): Promise<void> => {
    if (runningPostmaster(cluster.folder)) {
      await runProgram(binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-w', '-s', '-t', '120'], account);
    }
  };
  return {
    port,
    adopted,
    superuserUrl: (database = 'postgres') =>
      `postgres://${superuser}:${cluster.superuserPassword}@127.0.0.1:${port}/${database}`,
    stop: () => stop('fast'),
    crash: () => stop('immediate'),
  };
}
