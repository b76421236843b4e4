import path from 'node:path';
import { readSecretFile } from '../embedded';
import { runningPostmaster } from '../embedded/postmaster';
import { databaseName } from '../roles';

/** The database of a platform that runs from a data folder, as superuser: tests look into tables that the application may not read. */
export function superuserUrlOf(dataFolder: string): string {
  const password = readSecretFile(path.join(dataFolder, 'postgres-superuser'));
  const running = runningPostmaster(path.join(dataFolder, 'postgres'));
  if (password === undefined || running === undefined) throw new Error(`no database of ${dataFolder} is running`);
  return `postgres://postgres:${password.trim()}@127.0.0.1:${running.port}/${databaseName}`;
}
