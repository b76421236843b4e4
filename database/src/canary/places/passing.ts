import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import type { Finding, Hunter } from '../hunter';

const pauseMs = 20;

export interface Passing {
  readonly findings: Finding[];
  readonly files: number;
}

/**
 * Reads whatever lies in a folder while work goes on, since it may be gone afterwards: its files, and those that a process of the
 * platform holds open below it after they were unlinked.
 * @returns a stop that gives what was found
 */
export async function watchFolder(folder: string, hunter: Hunter): Promise<() => Promise<Passing>> {
  const findings = new Map<string, Finding>();
  const seen = new Set<string>();
  const processes = await processesOf(path.dirname(folder));
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      for (const { name, file } of [...(await filesBelow(folder)), ...(await openFiles(processes, folder))]) {
        seen.add(name);
        const bytes = await readFile(file).catch(() => Buffer.alloc(0));
        for (const found of hunter.inPiece(bytes)) {
          findings.set(`${name} ${found.canary} ${found.spelling}`, { ...found, place: `passing ${name}` });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  return async () => {
    isRunning = false;
    await watching;
    return { findings: [...findings.values()], files: seen.size };
  };
}

interface Seen {
  readonly name: string;
  readonly file: string;
}

async function filesBelow(folder: string): Promise<Seen[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, file: path.join(entry.parentPath, entry.name) }));
}

async function openFiles(processes: readonly string[], folder: string): Promise<Seen[]> {
  const links = processes.map(async (pid) => {
    const handles = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const named = handles.map(async (handle) => {
      const file = `/proc/${pid}/fd/${handle}`;
      return { name: await readlink(file).catch(() => ''), file };
    });
    return Promise.all(named);
  });
  return (await Promise.all(links)).flat().filter(({ name }) => name.startsWith(`${folder}/`));
}

/** Processes that work in a data folder. */
async function processesOf(dataFolder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const own = pids.map(async (pid) => {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    return environment.includes(`LINGGONG_DATA=${dataFolder}\0`) ? [pid] : [];
  });
  return (await Promise.all(own)).flat();
}
