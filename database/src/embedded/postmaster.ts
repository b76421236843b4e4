import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What postmaster.pid says of the process that has, or had, a cluster open. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that has this cluster open right now; a pid file left by kill -9 or a power cut is removed.
 * PostgreSQL itself only asks whether some process has that pid: in a container, where pids start again from 1, our own
 * node may have it, and the server would refuse to start for ever.
 */
export function runningPostmaster(clusterFolder: string): Postmaster | undefined {
  const recorded = readPidFile(path.join(clusterFolder, 'postmaster.pid'));
  if (recorded === undefined || isPostmasterOf(recorded.pid, clusterFolder)) {
    return recorded;
  }
  removeLocks(clusterFolder);
  return undefined;
}

/** postmaster.pid, and the socket in the cluster's own folder with its lock file, which names the dead server's pid too. */
function removeLocks(clusterFolder: string): void {
  for (const name of readdirSync(clusterFolder)) {
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) {
      rmSync(path.join(clusterFolder, name), { force: true });
    }
  }
}

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, listen address, shared memory, state. */
function readPidFile(file: string): Postmaster | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Linux: a postmaster works in its data folder. Elsewhere: alive is taken as running, as PostgreSQL does. */
function isPostmasterOf(pid: number, clusterFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    if (process.platform !== 'linux') {
      return process.kill(pid, 0);
    }
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return path.basename(program) === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder);
  } catch {
    return false;
  }
}
