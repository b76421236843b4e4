import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { problem } from '@linggong/core/domain';

const run = promisify(execFile);

export type DumpProgram = 'pg_dump' | 'pg_restore';

/**
 * A program of PostgreSQL that fits the server's major version: from the PATH, else where Debian puts each version. A newer
 * pg_dump could read an older server, but what it writes an older pg_restore may not read: the same major version, or none.
 * @throws Problem 409 `continuity.program-missing`, naming the package to install
 */
export async function dumpProgram(
  name: DumpProgram,
  major: number,
  searchPath: string = process.env['PATH'] ?? '',
): Promise<string> {
  const debian = `/usr/lib/postgresql/${major}/bin`;
  for (const folder of [...searchPath.split(path.delimiter).filter((one) => one !== ''), debian]) {
    const file = path.join(folder, name);
    if ((await canExecute(file)) && (await majorOf(file)) === major) return file;
  }
  throw programMissing(name, major);
}

async function canExecute(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Major version of what `--version` says, such as `pg_dump (PostgreSQL) 15.18 (Debian …)`. */
async function majorOf(file: string): Promise<number | undefined> {
  const { stdout } = await run(file, ['--version'], { timeout: 10_000 }).catch(() => ({ stdout: '' }));
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout) ?? [];
  return major === undefined ? undefined : Number(major);
}

function programMissing(name: DumpProgram, major: number): Error {
  return problem(
    409,
    'continuity.program-missing',
    {
      zh: `找不到 ${major} 版的 ${name}，无法备份或恢复外部数据库`,
      en: `There is no ${name} of version ${major}: an external server can be neither dumped nor restored`,
    },
    {
      fix: {
        zh: `请在运行工作进程的机器上安装 postgresql-client-${major}（Debian、Ubuntu）或 postgresql${major}（RHEL 系）`,
        en: `Install postgresql-client-${major} (Debian, Ubuntu) or postgresql${major} (RHEL) where the worker runs`,
      },
    },
  );
}

/** Connection of a program through its environment: arguments are seen by everybody on the machine. */
export function programEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port === '' ? '5432' : port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGCONNECT_TIMEOUT: '15',
    ...tlsEnvironment(searchParams),
  };
}

/** The driver's words for TLS as libpq has them; `uselibpqcompat`, which libpq does not know, is not passed on. */
function tlsEnvironment(asked: URLSearchParams): Record<string, string> {
  const names = { PGSSLMODE: 'sslmode', PGSSLROOTCERT: 'sslrootcert', PGSSLCERT: 'sslcert', PGSSLKEY: 'sslkey' };
  const named = Object.entries(names).flatMap(([name, word]) => {
    const value = asked.get(word);
    return value === null ? [] : [[name, value] as const];
  });
  const tls: Record<string, string> = Object.fromEntries(named);
  // Without a root libpq looks for ~/.postgresql/root.crt and refuses; the driver takes the authorities of the machine.
  if (tls['PGSSLMODE']?.startsWith('verify-')) tls['PGSSLROOTCERT'] ??= 'system';
  return tls;
}
