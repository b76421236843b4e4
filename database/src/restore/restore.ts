import path from 'node:path';
import { databaseUrl, settingsFromEnvironment, SettingsProblem, type Settings } from '@linggong/config';
import { openStore, proveBackup, type Manifest, type Proof, type SealedStore } from '@linggong/continuity';
import { loadKeyring } from '@linggong/vault';
import { createDatabase } from '@linggong/core';
import { prepareBinaries } from '../embedded/binaries';
import { systemAccount } from '../embedded/system-account';
import { databaseName } from '../roles';
import { StartProblem } from '../start-problem';
import { chooseDataFolder } from '../supervisor/data-folder';
import { authorityOf, type Allowed, type Authority } from './authority';
import { chooseBackup } from './choose-backup';
import { emptyDatabase } from './empty-database';
import { noteRestore } from './note-restore';
import { archiveLater } from './recover';
import { refuseNewer } from './refuse-newer';
import { refuseOtherMajor, removeContent, restoreBase } from './restore-base';
import { restoreDump } from './restore-dump';
import { restoreFiles, type RestoredFiles } from './restore-files';
import { refuseFilled } from './unpack-base';
import type { RestoreOrder } from './restore-order';
import type { Ask } from './two-administrators';

type Say = (line: string) => void;

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

interface Job {
  readonly sealed: SealedStore;
  readonly order: RestoreOrder;
  readonly authority: Authority;
  readonly say: Say;
  readonly now: () => Date;
}

async function restoreDatabase({ sealed, order, authority, say, now }: Job, url: string): Promise<void> {
  if (order.into !== undefined) await refuseFilled(path.join(order.into, 'vault'));
  const manifest = await chosen(sealed, 'dump', authority, say);
  await authority.take();
  let allowed: Allowed;
  try {
    await restoreDump(sealed, manifest, url);
    allowed = await authority.confirm({ url, manifest }).catch(async (error: unknown) => {
      await emptyDatabase(url);
      throw error;
    });
  } catch (error) {
    await authority.giveBack();
    throw error;
  }
  say('✓ 已恢复 Restored');
  tellNote(await noteRestore(url, manifest, allowed, now()), allowed, say);
  if (order.into === undefined) {
    say('! 未指定 --into，私有文件未恢复 Without --into no private files were restored');
  } else {
    tellFiles(await restoreFiles(sealed, manifest.system, order.into, url), say);
  }
  if (order.prove) tellProof(await prove(url), say);
}

async function restoreCluster({ sealed, order, authority, say, now }: Job, into: string): Promise<void> {
  const manifest = await chosen(sealed, 'base', authority, say);
  refuseOtherMajor(manifest, (await prepareBinaries(systemAccount())).version);
  await authority.take();
  const { to } = authority.wanted;
  const restored = await restoreBase(sealed, manifest, into, to, archiveLater).catch(async (error: unknown) => {
    await authority.giveBack();
    throw error;
  });
  const url = restored.server.superuserUrl(databaseName);
  const allowed = await authority.confirm({ url, manifest }).catch(async (error: unknown) => {
    await restored.server.crash();
    await removeContent(into);
    throw error;
  });
  try {
    say(`✓ 文件 Files unpacked (${restored.unpackSeconds.toFixed(1)} s)`);
    const last = restored.lastCommit?.toISOString() ?? manifest.finishedAt;
    say(
      `✓ 日志 Log replayed, ${restored.walFiles} files (${restored.recoverSeconds.toFixed(1)} s); 最后一笔提交 last commit ${last}`,
    );
    if (restored.gapAt !== undefined && to === undefined) {
      say(`! 日志缺段，只恢复到此处 The log lacks a segment, and nothing after it was restored: ${restored.gapAt}`);
    }
    tellNote(await noteRestore(url, manifest, allowed, now()), allowed, say);
    tellFiles(await restoreFiles(sealed, manifest.system, into, url), say);
    if (order.prove) tellProof(await prove(url), say);
  } finally {
    await restored.server.stop();
  }
  say(
    `✓ 恢复完成 Restored into ${into}\n  启动 Start it: LINGGONG_DATA=${into} KEYRING_FILE=<密钥环 key ring> npm start`,
  );
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

function tellNote(isWritten: boolean, { by, askedBy, decidedBy }: Allowed, say: Say): void {
  const how = by === 'grant' ? '授权 grant' : '紧急恢复 emergency';
  say(
    `${isWritten ? '✓' : '!'} 审计 Audit: ${how}, ${askedBy} + ${decidedBy}${isWritten ? '' : ' （未能写入 not written）'}`,
  );
}

function tellFiles({ files, missing }: RestoredFiles, say: Say): void {
  say(`${missing.length === 0 ? '✓' : '!'} 私有文件 Private files: ${files}, 缺失 missing ${missing.length}`);
  for (const id of missing.slice(0, 20)) say(`    ${id}`);
}

async function prove(url: string): Promise<Proof> {
  const db = createDatabase({ connectionString: url, max: 2 });
  return proveBackup(db).finally(() => db.close());
}

function tellProof({ rows, seconds, checks }: Proof, say: Say): void {
  for (const { name, broken, compared } of checks) {
    say(`${broken === 0 ? '✓' : '!'} ${name}: ${compared} rows, broken ${broken}`);
  }
  say(`  核对 Proof: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / Math.max(seconds, 0.001))} rows/s`);
}
