import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../start-problem';

/** Lies in a data folder while a restore is at work there. */
const UNFINISHED = 'restore-unfinished';

/**
 * Takes the folder for one restore, from its first byte to its last check: of a process that was killed in between nothing is started,
 * neither half a copy nor one that nobody has let stay.
 * @param mode of the folder where it is made
 * @throws StartProblem where another restore has it
 */
export async function beginRestore(into: string, mode: number): Promise<void> {
  await mkdir(into, { recursive: true, mode });
  await writeFile(path.join(into, UNFINISHED), '', { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    throw existsSync(path.join(into, UNFINISHED)) ? unfinished(into) : error;
  });
}

/** Whatever was to be restored is there, and the server is stopped; or nothing is there any more. */
export function endRestore(into: string): Promise<void> {
  return rm(path.join(into, UNFINISHED), { force: true });
}

/** @throws StartProblem for a data folder in which a restore has not come to its end */
export function refuseUnfinished(folder: string): void {
  if (existsSync(path.join(folder, UNFINISHED))) throw unfinished(folder);
}

function unfinished(folder: string): StartProblem {
  return new StartProblem({
    zh: `${folder} 中的恢复正在进行或中途终止，不能启动。若已无恢复在运行，请删除该目录后重新恢复。`,
    en: `A restore into ${folder} is under way, or broke off: it cannot be started. Where none is running, remove the folder and restore again.`,
  });
}
