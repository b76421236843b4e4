import { rm } from 'node:fs/promises';
import path from 'node:path';
import { databaseUrl, settingsFromEnvironment, SettingsProblem, type Settings } from '@linggong/config';
import { openStore, proveBackup, type Manifest, type Proof, type SealedStore } from '@linggong/continuity';
import { loadKeyring } from '@linggong/vault';
import { createDatabase } from '@linggong/core';
import type { EmbeddedServer } from '../embedded';
import { prepareBinaries } from '../embedded/binaries';
import { systemAccount } from '../embedded/system-account';
import { databaseName } from '../roles';
import { StartProblem } from '../start-problem';
import { chooseDataFolder } from '../supervisor/data-folder';
import { askOnNewest } from './ask-newest';
import { authorityOf, type Authority } from './authority';
import { chooseBackup } from './choose-backup';
import { emptyDatabase, refuseLive } from './empty-database';
import { noteRestore } from './note-restore';
import { archiveLater } from './recover';
import { refuseNewer } from './refuse-newer';
import { refuseOtherMajor, removeContent, restoreBase } from './restore-base';
import { refuseFilledDatabase, restoreDump } from './restore-dump';
import { restoreFiles } from './restore-files';
import { takenBack, type RestoreJob, type Say } from './restore-job';
import type { RestoreOrder } from './restore-order';
import { tellFiles, tellGap, tellNote, tellProof, tellReplay } from './tell';
import type { Ask } from './two-administrators';
import { endRestore } from './unfinished';
import { refuseFilled } from './unpack-base';

/** Where the command talks, and its clock. */
export interface Terminal {
  readonly say: Say;
  readonly ask: Ask;
  readonly now: () => Date;
}

/**
 * One command from a store to a server that is stopped and ready for `npm start`: fetches, opens and checks the base and the log,
 * replays it up to the instant, fetches the private files, proves the books, and reports.
 * @throws StartProblem, SettingsProblem; faults of store and keys
 */
export async function restore(
  order: RestoreOrder,
  environment: Readonly<Record<string, string | undefined>>,
  { say, ask, now }: Terminal,
): Promise<void> {
  const settings = restoreSettings(environment);
  const sealed: SealedStore = {
    store: await openStore(settings.backups.store),
    keyring: await loadKeyring({ text: environment['LINGGONG_KEYRING'], file: settings.keyringFile }),
  };
  say(`备份存储 Store: ${sealed.store.place}`);
  const authority = await authorityOf(order, { sealed, ask, now });
  const job = { sealed, order, authority, say, now };
  if (order.database || order.into === undefined) await restoreDatabase(job, targetUrl(environment));
  else await restoreCluster(job, order.into);
}

/** As the platform finds its folder: backups and keys lie beside the data unless they are named. */
function restoreSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const named = environment['LINGGONG_DATA'];
  // A machine that only restores has no data folder yet; asking for one would make it.
  const isNeeded = !environment['BACKUP_FOLDER'] && !environment['S3_BUCKET'];
  return settingsFromEnvironment(isNeeded ? { ...environment, LINGGONG_DATA: chooseDataFolder(named) } : environment);
}

/** Under the same rules of TLS as the platform's own databases. */
function targetUrl(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment['RESTORE_DATABASE_URL'];
  if (given === undefined || given === '') {
    throw new StartProblem({
      zh: '请用环境变量 RESTORE_DATABASE_URL 指定目标数据库。',
      en: 'Name the target database with RESTORE_DATABASE_URL.',
    });
  }
  const url = databaseUrl(given, environment['DATABASE_CA_FILE'] || undefined);
  if (typeof url === 'object') throw new SettingsProblem([`RESTORE_DATABASE_URL: ${url.fault}`]);
  return url;
}

async function restoreDatabase(job: RestoreJob, url: string): Promise<void> {
  const { sealed, order, authority, say, now } = job;
  const files = order.into === undefined ? undefined : path.join(order.into, 'vault');
  if (files !== undefined) await refuseFilled(files);
  await refuseFilledDatabase(url);
  const manifest = await chosen(sealed, 'dump', authority, say);
  await authority.take(manifest);
  const checkEmpty = (): Promise<void> => refuseFilledDatabase(url);
  const remove = (): Promise<void> => emptyDatabase(url);
  const bring = async (newer: Manifest) => {
    await restoreDump(sealed, newer, url);
    return { url, remove };
  };
  await askOnNewest(job, manifest, { fits: (newer) => void refuseNewer(newer), bring, checkEmpty });
  // One transaction: what fails in it leaves nothing behind.
  await restoreDump(sealed, manifest, url).catch((error: unknown) => takenBack(job, checkEmpty, error));
  const allowed = await authority.confirm({ url, manifest }).catch((error: unknown) => takenBack(job, remove, error));
  try {
    say('✓ 已恢复 Restored');
    tellNote(await noteRestore(url, manifest, allowed, now()), allowed, say);
    if (order.into === undefined) {
      say('! 未指定 --into，私有文件未恢复 Without --into no private files were restored');
    } else {
      tellFiles(await restoreFiles(sealed, manifest.system, order.into, url), say);
    }
  } catch (error) {
    const removeBoth = async (): Promise<void> => {
      await refuseLive(url);
      await remove();
      if (files !== undefined) await rm(files, { recursive: true, force: true });
    };
    await takenBack(job, removeBoth, error);
  }
  if (order.prove) tellProof(await prove(url), say);
}

async function restoreCluster(job: RestoreJob, into: string): Promise<void> {
  const { sealed, order, authority, say, now } = job;
  await refuseFilled(into);
  const manifest = await chosen(sealed, 'base', authority, say);
  const { version } = await prepareBinaries(systemAccount());
  refuseOtherMajor(manifest, version);
  await authority.take(manifest);
  const { to } = authority.wanted;
  const checkEmpty = (): Promise<void> => refuseFilled(into);
  await askOnNewest(job, manifest, {
    fits: (newer) => {
      refuseNewer(newer);
      refuseOtherMajor(newer, version);
    },
    bring: async (newer) => {
      const { server, gapAt } = await restoreBase(sealed, newer, into, undefined);
      tellGap(gapAt, say);
      return { url: server.superuserUrl(databaseName), remove: () => removeCluster(server, into) };
    },
    checkEmpty,
  });
  const restored = await restoreBase(sealed, manifest, into, to, archiveLater).catch((error: unknown) =>
    takenBack(job, checkEmpty, error),
  );
  const url = restored.server.superuserUrl(databaseName);
  try {
    const allowed = await authority.confirm({ url, manifest });
    tellReplay(restored, manifest, to, say);
    tellNote(await noteRestore(url, manifest, allowed, now()), allowed, say);
    tellFiles(await restoreFiles(sealed, manifest.system, into, url), say);
  } catch (error) {
    await takenBack(job, () => removeCluster(restored.server, into), error);
  }
  // From here on it is a copy that somebody let stay, and whole: a proof that fails takes neither it away nor gives its grant back.
  try {
    if (order.prove) tellProof(await prove(url), say);
  } finally {
    await restored.server.stop();
    await endRestore(into);
  }
  say(
    `✓ 恢复完成 Restored into ${into}\n  启动 Start it: LINGGONG_DATA=${into} KEYRING_FILE=<密钥环 key ring> npm start`,
  );
}

async function removeCluster(server: EmbeddedServer, into: string): Promise<void> {
  await server.crash();
  await removeContent(into);
}

/** The backup that is allowed and that this program understands. @throws StartProblem */
async function chosen(
  sealed: SealedStore,
  method: Manifest['method'],
  { wanted }: Authority,
  say: Say,
): Promise<Manifest> {
  const manifest = await chooseBackup(sealed, method, wanted);
  say(`备份 Backup: ${manifest.code}, ${manifest.finishedAt}, PostgreSQL ${manifest.server}`);
  const pending = refuseNewer(manifest);
  if (pending > 0) {
    say(
      `! 备份来自较早的版本，首次启动时将执行 ${pending} 个迁移 It is of an older release: ${pending} migrations run at the first start`,
    );
  }
  return manifest;
}

async function prove(url: string): Promise<Proof> {
  const db = createDatabase({ connectionString: url, max: 2 });
  return proveBackup(db).finally(() => db.close());
}
