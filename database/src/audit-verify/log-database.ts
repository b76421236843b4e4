import path from 'node:path';
import { settingsFromEnvironment } from '@linggong/config';
import { z } from 'zod';
import { readSecretFile } from '../embedded';
import { runningPostmaster } from '../embedded/postmaster';
import { databaseName, loginRoles, type LoginRole } from '../roles';
import { StartProblem } from '../start-problem';

const passwords = z.partialRecord(z.enum(loginRoles), z.string());

/**
 * The database whose log is verified, as a role that may only read it: DATABASE_URL, else the server of this installation, which must be
 * running.
 * @throws StartProblem where there is none
 */
export function logDatabaseUrl(environment: Readonly<Record<string, string | undefined>>, dataFolder: string): string {
  const named = settingsFromEnvironment(environment).database.configuredUrl;
  if (named !== undefined) return named;
  return runningDatabaseUrl(dataFolder, 'linggong_app');
}

/** Connection string of a role on the server of an installation. @throws StartProblem where it does not run, or has no such role yet */
export function runningDatabaseUrl(dataFolder: string, role: LoginRole): string {
  const kept = readSecretFile(path.join(dataFolder, 'postgres-roles.json'));
  const running = runningPostmaster(path.join(dataFolder, 'postgres'));
  const password = kept === undefined ? undefined : passwords.parse(JSON.parse(kept))[role];
  if (password === undefined || running === undefined) {
    throw new StartProblem({
      zh: `${dataFolder} 下没有正在运行的数据库。请先 npm start，或用 DATABASE_URL 指定。`,
      en: `No database of ${dataFolder} is running. Start it with npm start, or name one with DATABASE_URL.`,
    });
  }
  return `postgres://${role}:${password}@127.0.0.1:${running.port}/${databaseName}`;
}
