import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { administratorsInPlace } from '../founding/administrators-in-place';
import type { FoundingOrder, FoundingReport } from '../founding/founding-order';
import { databaseName, prepareDatabase } from '../roles';
import { StartProblem } from '../start-problem';
import { firstAdministrators } from './administrators';
import { childEnvironment } from './child-environment';
import { cloneDataFolder } from './data-folder';
import type { PlatformDatabase } from './platform-database';
import { say, step } from './progress';
import { runOnce } from './run-once';
import type { Installation } from './installation';

/** In the data folder while a demo is being made on our own server. */
const begunMark = 'demo-begun';

/** Where the passwords of the demo accounts are (0600). */
export function accountsFileOf({ environment, dataFolder }: Installation): string {
  return path.join(environment['LINGGONG_DATA'] ? dataFolder : cloneDataFolder, 'demo-accounts.json');
}

/**
 * A demo that was cut short (kill -9, power) is thrown away and made again: it was never ready, so nobody worked in it.
 * Only on the embedded server, only when the mark says so, and never once the administrators are in place.
 * @throws StartProblem where it was begun on a server of the operator
 */
export async function removeInterruptedDemo(installation: Installation, database: PlatformDatabase): Promise<void> {
  const begun = path.join(installation.dataFolder, begunMark);
  if (!existsSync(begun)) {
    return;
  }
  const { embedded } = database;
  if (!(await isFounded(database.ownerUrl))) {
    if (!embedded) throw interruptedElsewhere();
    say('! 上次生成演示数据未完成，重新生成 The demo was cut short the last time and is made again');
    await dropDatabase(embedded.superuserUrl());
    await prepareDatabase(embedded);
    rmSync(accountsFileOf(installation), { force: true });
  }
  rmSync(begun);
}

/** We drop nothing on a server that is not ours. */
function interruptedElsewhere(): StartProblem {
  return new StartProblem({
    zh: `上次在外部数据库中生成演示数据未完成。请删除并重建数据库 ${databaseName} 后再启动。`,
    en: `The demo was cut short the last time on this server. Drop and create its database ${databaseName} again, then start.`,
  });
}

async function dropDatabase(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/**
 * What founding this platform will take; undefined where it stands. Asked before anything slow is done, so that whoever has to
 * type passwords is not kept waiting for them.
 * @throws StartProblem when administrators are neither given nor can be asked
 */
export async function foundingOrder(
  installation: Installation,
  database: PlatformDatabase,
): Promise<FoundingOrder | undefined> {
  if (await isFounded(database.ownerUrl)) {
    return undefined;
  }
  if (installation.settings.demo) {
    return { kind: 'demo', accountsFile: accountsFileOf(installation) };
  }
  const administrators = await firstAdministrators(installation.environment, process.stdin.isTTY);
  return { kind: 'administrators', administrators };
}

/**
 * Carries out a founding order on the migrated database.
 * @throws StartProblem when an administrator is refused (a weak password, an identifier that is personal data)
 */
export async function foundPlatform(
  installation: Installation,
  database: PlatformDatabase,
  order: FoundingOrder | undefined,
): Promise<void> {
  if (order === undefined) {
    return;
  }
  if (order.kind === 'administrators') {
    await runFounding(installation, database, order);
    return;
  }
  const begun = path.join(installation.dataFolder, begunMark);
  writeFileSync(begun, '');
  await step('生成演示平台', 'Generating the demo platform', () => runFounding(installation, database, order));
  rmSync(begun);
}

/** The accounts say it and no mark of ours: a server of the operator may have been founded from another machine. */
async function isFounded(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ accounts: string | null }>(
      "SELECT to_regclass('public.up_users')::text AS accounts",
    );
    return rows[0]?.accounts !== null && (await administratorsInPlace(client));
  } finally {
    await client.end();
  }
}

async function runFounding(
  installation: Installation,
  database: PlatformDatabase,
  order: FoundingOrder,
): Promise<void> {
  const { environment, dataFolder, secret, stop } = installation;
  const env = childEnvironment(environment, { role: 'web', databaseUrl: database.appUrl, dataFolder, secret });
  let refused: StartProblem | undefined;
  const hear = (message: unknown): void => {
    // The founding process sends nothing but these.
    const said = message as FoundingReport;
    if (said.kind === 'stage') say(`  · ${said.zh} ${said.en}`);
    if (said.kind === 'refused') refused = new StartProblem(said);
  };
  try {
    await runOnce({ entry: 'database/dist/founding/found.js', env, input: order, onMessage: hear, signal: stop });
  } catch (error) {
    throw refused ?? error;
  }
}
