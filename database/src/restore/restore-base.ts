import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest, SealedStore } from '@linggong/continuity';
import type { EmbeddedServer } from '../embedded';
import { systemAccount } from '../embedded/system-account';
import { StartProblem } from '../start-problem';
import { recover } from './recover';
import { beginRestore, endRestore } from './unfinished';
import { refuseFilled, unpackBase } from './unpack-base';
import { feedWal } from './wal-feeder';

export interface RestoredBase {
  readonly server: EmbeddedServer;
  readonly lastCommit: Date | undefined;
  /** Files of the log that were replayed or asked for and given. */
  readonly walFiles: number;
  /** A segment that is missing in the midst of the log: nothing after it was restored. */
  readonly gapAt: string | undefined;
  readonly unpackSeconds: number;
  readonly recoverSeconds: number;
}

/**
 * A base backup and the log after it, as a running server of its own in `into`. What goes wrong leaves nothing behind. The folder is held
 * as one that is not to be started, until `endRestore`.
 * @param to the state of that instant; undefined for everything that was stored
 * @param settings of the server that win, such as less memory for a drill
 * @throws StartProblem for a folder with content, or another major version; and as unpackBase and recover
 */
export async function restoreBase(
  sealed: SealedStore,
  manifest: Manifest,
  into: string,
  to: Date | undefined,
  settings: Readonly<Record<string, string>> = {},
): Promise<RestoredBase> {
  await refuseFilled(into);
  const account = systemAccount();
  await beginRestore(into, account ? 0o711 : 0o700);
  const begun = performance.now();
  try {
    await unpackBase(sealed, manifest, into, account);
    const unpacked = performance.now();
    const feeder = await feedWal(sealed, manifest.system, into, account);
    const recovered = await recover(into, feeder, to, account, settings).catch(async (error: unknown) => {
      // What kept the feeder from feeding is nearer to the cause than what the server made of it.
      await feeder.close();
      throw error;
    });
    await feeder.close().catch(async (error: unknown) => {
      await recovered.server.crash();
      throw error;
    });
    return {
      ...recovered,
      walFiles: feeder.given(),
      gapAt: feeder.gapAt(),
      unpackSeconds: (unpacked - begun) / 1000,
      recoverSeconds: (performance.now() - unpacked) / 1000,
    };
  } catch (error) {
    await removeContent(into);
    throw error;
  }
}

/** Only what a restore makes: the folder itself may have been there before. */
export async function removeContent(into: string): Promise<void> {
  for (const name of ['postgres', 'wal-feed', 'postgres-superuser', 'postgres-roles.json', 'secret', 'vault']) {
    await rm(path.join(into, name), { recursive: true, force: true });
  }
  await endRestore(into);
}

/** @throws StartProblem where the shipped PostgreSQL is of another major version than the backup */
export function refuseOtherMajor(manifest: Manifest, version: string): void {
  const [theirs, ours] = [manifest.server, version].map((one) => one.split('.')[0]);
  if (theirs !== ours) {
    throw new StartProblem({
      zh: `备份来自 PostgreSQL ${manifest.server}，本程序自带 ${version}，主版本不同，无法恢复。请使用与备份对应的程序版本。`,
      en: `The backup is of PostgreSQL ${manifest.server}, this program ships ${version}: another major version cannot open it. Use the release that made it.`,
    });
  }
}
