import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { FoundingOrder, FoundingReport } from '../founding/founding-order';
import { databaseName, prepareDatabase } from '../roles';
import { StartProblem } from '../start-problem';
import { firstAdministrators } from './administrators';
import { childEnvironment } from './child-environment';
import { cloneDataFolder } from './data-folder';
import type { PlatformDatabase } from './platform-database';
import { say, step } from './progress';
import { runOnce } from './run-once';
import type { Installation } from './start-platform';

/** Marks in the data folder: founding has begun, and is complete. */
const begunMark = 'founding-begun';
const foundedMark = 'founded';

/** Where the passwords of the demo accounts are (0600). */
export function accountsFileOf({ environment, dataFolder }: Installation): string {
  return path.join(environment['LINGGONG_DATA'] ? dataFolder : cloneDataFolder, 'demo-accounts.json');
}

/**
 * A demo that was cut short (kill -9, power) is thrown away and made again: it was never ready, so nobody worked in it.
 * Only on the embedded server, and only when the mark says so.
 */
export async function removeInterruptedFounding(installation: Installation, database: PlatformDatabase): Promise<void> {
  const begun = path.join(installation.dataFolder, begunMark);
  if (!existsSync(begun) || isFounded(installation) || !database.embedded) {
    return;
  }
  say('! 上次生成演示数据未完成,重新生成 The demo was cut short the last time and is made again');
  const client = new Client({ connectionString: database.embedded.superuserUrl() });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
  } finally {
    await client.end();
  }
  await prepareDatabase(database.embedded);
  rmSync(begun);
}

/**
 * Founds an empty platform: the demo, or the three first administrators.
 * @throws StartProblem when administrators are neither given nor can be asked, or one is refused
 */
export async function foundPlatform(installation: Installation, database: PlatformDatabase): Promise<void> {
  if (isFounded(installation)) {
    return;
  }
  const { settings, environment } = installation;
  if (settings.demo) {
    writeFileSync(path.join(installation.dataFolder, begunMark), '');
    const order: FoundingOrder = { kind: 'demo', accountsFile: accountsFileOf(installation) };
    await step('生成演示平台', 'Generating the demo platform', () => runFounding(installation, database, order));
  } else {
    const administrators = await firstAdministrators(environment, process.stdin.isTTY);
    await runFounding(installation, database, { kind: 'administrators', administrators });
  }
  writeFileSync(path.join(installation.dataFolder, foundedMark), '');
}

function isFounded({ dataFolder }: Installation): boolean {
  return existsSync(path.join(dataFolder, foundedMark));
}

async function runFounding(
  installation: Installation,
  database: PlatformDatabase,
  order: FoundingOrder,
): Promise<void> {
  const { environment, dataFolder, secret } = installation;
  const env = childEnvironment(environment, { role: 'web', databaseUrl: database.appUrl, dataFolder, secret });
  let refused: StartProblem | undefined;
  const hear = (message: unknown): void => {
    // The founding process sends nothing but these.
    const said = message as FoundingReport;
    if (said.kind === 'stage') say(`  · ${said.zh} ${said.en}`);
    if (said.kind === 'refused') refused = new StartProblem(said);
  };
  try {
    await runOnce({ entry: 'database/dist/founding/found.js', env, input: order, onMessage: hear });
  } catch (error) {
    throw refused ?? error;
  }
}
