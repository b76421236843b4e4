import { existsSync } from 'node:fs';
import { demandPublicUrl, settingsFromEnvironment } from '@linggong/config';
import { makeSigningKey } from '@linggong/audit/install';
import { makeKeyringFile } from '@linggong/vault/install';
import { buildPages, schemaInputs } from '../build';
import { childEnvironment } from './child-environment';
import { chooseDataFolder, installationSecret } from './data-folder';
import { reloadOnChange } from './development';
import type { Environment, Installation } from './installation';
import { refuseUnfinished } from '../restore/unfinished';
import { foundingOrder, foundPlatform, removeInterruptedDemo } from './founding';
import type { FoundingOrder } from '../founding/founding-order';
import { markMigrated, migratedFrom } from './migrated-mark';
import { keepRunning, type PlatformChild } from './platform-child';
import { openPlatformDatabase, type PlatformDatabase } from './platform-database';
import { say, step } from './progress';
import { StartProblem } from '../start-problem';
import { keepWitness, type KeptWitness } from '../witness/keep-witness';
import { runOnce } from './run-once';
import { listenForStop, stopAsked } from './stop-request';
import { printSummary } from './summary';

/**
 * `npm start`: builds the pages, opens the database, migrates as owner, founds the platform (demo or first administrators),
 * then keeps one web and worker process running as linggong_app until SIGTERM or SIGINT. With LINGGONG_ROLE=migrate it ends
 * once everything is prepared: the step of a release before its processes are started.
 * @throws StartProblem | SettingsProblem, each with what to do; AbortError where it was stopped before it served
 */
export async function startPlatform(environment: Environment, development: boolean): Promise<void> {
  const stop = listenForStop();
  const settings = settingsFromEnvironment(environment);
  demandPublicUrl(environment);
  const dataFolder = chooseDataFolder(environment['LINGGONG_DATA']);
  refuseUnfinished(dataFolder);
  const witness = lateWitness();
  const database = await step('启动数据库', 'Starting the database', () => openPlatformDatabase(settings, dataFolder));
  try {
    const installation = { settings, environment, dataFolder, secret: installationSecret(dataFolder), stop };
    stop.throwIfAborted();
    await keyringInPlace(installation, database);
    await signingKeyInPlace(installation);
    await removeInterruptedDemo(installation, database);
    const order = await foundingOrder(installation, database);
    // The pages are built while the database is prepared: the one keeps a core busy, the other mostly waits.
    await Promise.all([buildPages(environment, stop), prepare(installation, database, order, witness)]);
    if (settings.role !== 'migrate') await serveUntilSignal(installation, database, development);
  } finally {
    // It lets go of the log before the server is stopped, which would wait for it.
    await witness.stop();
    await database.close();
  }
}

interface LateWitness {
  /** Once the schema is there and before anything is written into it. */
  start(installation: Installation, database: PlatformDatabase): void;
  stop(): Promise<void>;
}

function lateWitness(): LateWitness {
  let kept: KeptWitness | undefined;
  return {
    start({ environment, secret, settings }, { witnessUrl: url, embedded }) {
      if (url === undefined || settings.role === 'migrate') return;
      // The children's secret, as childEnvironment gives it to them.
      kept = keepWitness({
        url,
        secret: environment['LINGGONG_SECRET'] ?? secret,
        yieldsToOthers: embedded !== undefined,
      });
    },
    stop: async () => kept?.stop(),
  };
}

/**
 * The vault's key ring: made once beside our own server; on a server of the operator it is his to give, since it has to be the
 * same for every process and to outlive this machine.
 * @throws StartProblem
 */
async function keyringInPlace({ dataFolder, environment }: Installation, database: PlatformDatabase): Promise<void> {
  // As the children will look for it (config): they are given this data folder.
  const file = settingsFromEnvironment({ ...environment, LINGGONG_DATA: dataFolder }).keyringFile;
  if (environment['LINGGONG_KEYRING'] || existsSync(file)) return;
  if (database.embedded && !environment['KEYRING_FILE']) {
    await makeKeyringFile(file);
    return;
  }
  throw new StartProblem({
    zh: '没有密钥环。请用 KEYRING_FILE 指定密钥环文件；新安装可先运行 npm run keyring -- <文件> 生成。',
    en: 'There is no key ring. Name its file with KEYRING_FILE; for a new installation make one first: npm run keyring -- <file>',
  });
}

/** The key that signs the daily roots of the audit log: made once, and never replaced. */
async function signingKeyInPlace({ dataFolder, environment }: Installation): Promise<void> {
  const { signingKeyFile } = settingsFromEnvironment({ ...environment, LINGGONG_DATA: dataFolder }).audit;
  if (!existsSync(signingKeyFile)) await makeSigningKey(signingKeyFile);
}

async function prepare(
  installation: Installation,
  database: PlatformDatabase,
  order: FoundingOrder | undefined,
  witness: LateWitness,
): Promise<void> {
  await migrateAsOwner(installation, database);
  witness.start(installation, database);
  await foundPlatform(installation, database, order);
}

async function migrateAsOwner(installation: Installation, database: PlatformDatabase): Promise<void> {
  const env = childEnvironment(installation.environment, {
    role: 'migrate',
    databaseUrl: database.ownerUrl,
    dataFolder: installation.dataFolder,
    secret: installation.secret,
  });
  const inputs = schemaInputs();
  if ((await migratedFrom(database.ownerUrl)) === inputs) {
    return;
  }
  await step('迁移数据库结构', 'Migrating the schema', () =>
    runOnce({ entry: 'cms/dist/src/migrate.js', env, signal: installation.stop }),
  );
  await markMigrated(database.ownerUrl, inputs).catch(cannotMark);
}

/** On a server of the operator the database may belong to somebody else; then each start migrates. */
function cannotMark(error: unknown): void {
  say(`! ${error instanceof Error ? error.message : String(error)}`);
}

async function serveUntilSignal(
  installation: Installation,
  database: PlatformDatabase,
  development: boolean,
): Promise<void> {
  const platform = runPlatform(installation, database);
  const stopped = stopAsked(installation.stop);
  keepDatabase(database, platform);
  const report = await Promise.race([platform.serving, stopped]);
  if (report) {
    printSummary(installation, report);
  }
  const reload = development
    ? reloadOnChange(platform, () => migrateAsOwner(installation, database))
    : { close: (): void => undefined };
  await stopped;
  say('正在停止 Stopping …');
  reload.close();
  await platform.stop();
}

function runPlatform(installation: Installation, database: PlatformDatabase): PlatformChild {
  const { settings, environment, dataFolder, secret } = installation;
  const { role } = settings;
  // A process that only serves makes no backups, and has no business with their role.
  const backupUrl = role === 'web' ? undefined : database.backupUrl;
  const env = childEnvironment(environment, { role, databaseUrl: database.appUrl, backupUrl, dataFolder, secret });
  return keepRunning(env, settings);
}

/** The port of a server that is started again stays, so the platform's pools reconnect by themselves. */
function keepDatabase(database: PlatformDatabase, platform: PlatformChild): void {
  database.keepAlive({
    lost: () => say('! 数据库连接中断，正在恢复 The database was lost, recovering …'),
    back: () => say('✓ 数据库已恢复 The database is back'),
    failed: (error) => {
      console.error(error);
      void platform.stop().then(() => process.exit(1));
    },
  });
}
