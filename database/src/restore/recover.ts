import { chown, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startServer, type EmbeddedServer } from '../embedded';
import { runningPostmaster } from '../embedded/postmaster';
import type { SystemAccount } from '../embedded/system-account';
import { StartProblem } from '../start-problem';
import type { WalFeeder } from './wal-feeder';

/** A day of log is replayed in minutes; this is for a slow disk and a slow store. */
const RECOVERY_HOURS_MAX = 24;
const POLL_MS = 100;

/**
 * For a copy that is to go on: the server notes what it would archive, the history of its new timeline first, and archives it when the
 * platform starts it with its spool. A copy that is never started archives nothing, and without this its later log could never be
 * replayed: nothing would lead from the base to it.
 */
export const archiveLater = { archive_mode: 'on', archive_library: '', archive_command: '' } as const;

export interface Recovered {
  readonly server: EmbeddedServer;
  /** When the last transaction that was restored was committed, as the server says; undefined where the log added none. */
  readonly lastCommit: Date | undefined;
}

/**
 * Starts the server on an unpacked base: it replays the log up to the instant, or to its end, and becomes a server of its own, on a
 * new timeline.
 * @throws StartProblem where the log ends before the instant, or the recovery fails; the server is then stopped
 */
export async function recover(
  into: string,
  feeder: WalFeeder,
  to: Date | undefined,
  account: SystemAccount | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<Recovered> {
  const cluster = path.join(into, 'postgres');
  const signal = path.join(cluster, 'recovery.signal');
  await writeFile(signal, '', { mode: 0o600 });
  if (account) await chown(signal, account.uid, account.gid);
  const server = await startServer({
    dataFolder: into,
    settings: {
      restore_command: feeder.command,
      recovery_target_timeline: 'latest',
      // Nobody asks it anything before it is done.
      hot_standby: 'off',
      archive_mode: 'off',
      ...(to ? { recovery_target_time: settingText(to), recovery_target_action: 'promote' } : {}),
      ...settings,
    },
  }).catch(async (error: unknown) => {
    throw (await endedEarly(cluster, to)) ?? error;
  });
  try {
    await untilPromoted(server, cluster, feeder, to);
    return { server, lastCommit: await lastCommitOf(cluster) };
  } catch (error) {
    await server.crash();
    throw error;
  }
}

/** Settings are read before the names of time zones are: `Z` is refused there, an offset is not. */
function settingText(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '+00');
}

async function untilPromoted(
  server: EmbeddedServer,
  cluster: string,
  feeder: WalFeeder,
  to: Date | undefined,
): Promise<void> {
  const end = performance.now() + RECOVERY_HOURS_MAX * 3_600_000;
  while (performance.now() < end) {
    if (await isPromoted(server)) return;
    feeder.check();
    if (!runningPostmaster(cluster)) throw (await endedEarly(cluster, to)) ?? (await failed(cluster));
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw await failed(cluster);
}

async function isPromoted(server: EmbeddedServer): Promise<boolean> {
  const client = new Client({ connectionString: server.superuserUrl(), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ recovering: boolean }>('SELECT pg_is_in_recovery() AS recovering');
    return rows[0]?.recovering === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server's diary of this recovery: it was unpacked without one. */
async function diary(cluster: string): Promise<string> {
  const folder = path.join(cluster, 'log');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.join('\n');
}

async function endedEarly(cluster: string, to: Date | undefined): Promise<StartProblem | undefined> {
  if (!to || !/recovery ended before configured recovery target was reached/.test(await diary(cluster)))
    return undefined;
  const last = (await lastCommitOf(cluster))?.toISOString() ?? '—';
  return new StartProblem({
    zh: `归档的日志在 ${to.toISOString()} 之前就结束了（最后一笔提交：${last}）。用 --to latest 恢复到日志末尾，或指定更早的时刻。`,
    en: `The archived log ends before ${to.toISOString()} (last commit: ${last}). Restore to its end with --to latest, or name an earlier instant.`,
  });
}

async function failed(cluster: string): Promise<StartProblem> {
  const words = (await diary(cluster)).trim().split('\n').slice(-6).join('\n');
  return new StartProblem({ zh: `恢复失败：\n${words}`, en: 'The recovery failed, see above.' });
}

/** `last completed transaction was at log time 2026-11-26 03:04:05.678901+00` */
async function lastCommitOf(cluster: string): Promise<Date | undefined> {
  const [, day, time] =
    /last completed transaction was at log time (\d{4}-\d{2}-\d{2}) ([\d:.]+)\+00/.exec(await diary(cluster)) ?? [];
  return day === undefined ? undefined : new Date(`${day}T${String(time).slice(0, 12)}Z`);
}
