import path from 'node:path';
import { settingsFromEnvironment } from '@linggong/config';
import { z } from 'zod';
import { readSecretFile } from '../embedded';
import { runningPostmaster } from '../embedded/postmaster';
import { databaseName } from '../roles';
import { StartProblem } from '../start-problem';

const passwords = z.looseObject({ linggong_app: z.string() });

/**
 * The database whose log is verified, as a role that may only read it: DATABASE_URL, else the server of this installation, which must be
 * running.
 * @throws StartProblem where there is none
 */
export function logDatabaseUrl(environment: Readonly<Record<string, string | undefined>>, dataFolder: string): string {
  const named = settingsFromEnvironment(environment).database.configuredUrl;
  if (named !== undefined) return named;
  const kept = readSecretFile(path.join(dataFolder, 'postgres-roles.json'));
  const running = runningPostmaster(path.join(dataFolder, 'postgres'));
  if (kept === undefined || running === undefined) {
    throw new StartProblem({
      zh: `${dataFolder} 下没有正在运行的数据库。请先 npm start，或用 DATABASE_URL 指定。`,
      en: `No database of ${dataFolder} is running. Start it with npm start, or name one with DATABASE_URL.`,
    });
  }
  const { linggong_app: password } = passwords.parse(JSON.parse(kept));
  return `postgres://linggong_app:${password}@127.0.0.1:${running.port}/${databaseName}`;
}
