import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment, type Settings } from '@linggong/config';
import { controlChecksOf, databaseOf, type Database } from '@linggong/core';
import { jobsOf, type JobsEngine } from '@linggong/jobs';
import { createDiskStore, loadKeyring } from '@linggong/vault';
import { createControls, type Controls } from './controls/controls';
import type { SealedFiles } from './backups/copy-files';
import { openStore } from './store/open-store';
import type { SealedStore } from './store/sealed';

/** What backing up stands on, in one process. */
export interface Keeper {
  readonly db: Database;
  readonly jobs: JobsEngine;
  readonly settings: Settings;
  /** Environment for processes that work for this one. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: SealedFiles;
  sealed(): Promise<SealedStore>;
}

/** Where the embedded server leaves closed segments of its log (database/src/embedded). */
export const spoolOf = (dataFolder: string): string => path.join(dataFolder, 'wal-spool');

export function createKeeper(parts: Omit<Keeper, 'sealed' | 'files'>): Keeper {
  let opened: Promise<SealedStore> | undefined;
  const { settings, env } = parts;
  const open = async (): Promise<SealedStore> => ({
    store: await openStore(settings.backups.store),
    keyring: await loadKeyring({ text: env['LINGGONG_KEYRING'], file: settings.keyringFile }),
  });
  return {
    ...parts,
    files: createDiskStore(path.join(settings.dataFolder, 'vault', 'files')),
    sealed: () => {
      opened ??= open();
      // A key ring or a bucket that is not there yet is looked for again at the next job.
      opened.catch(() => (opened = undefined));
      return opened;
    },
  };
}

/** The timer by which this process says that it is there. */
export interface Presence {
  telling?: NodeJS.Timeout;
}

export const services = {
  presence: (): Presence => ({}),
  controls: ({ strapi }: { strapi: Core.Strapi }): Controls =>
    createControls({
      db: databaseOf(strapi),
      checks: controlChecksOf(strapi),
      warn: (said) => void strapi.log.warn(said),
    }),
  keeper: ({ strapi }: { strapi: Core.Strapi }): Keeper =>
    createKeeper({
      db: databaseOf(strapi),
      jobs: jobsOf(strapi),
      settings: settingsFromEnvironment(process.env),
      env: process.env,
    }),
};

export function keeperOf(strapi: Core.Strapi): Keeper {
  return strapi.plugin('continuity').service('keeper');
}

export function controlsOf(strapi: Core.Strapi): Controls {
  return strapi.plugin('continuity').service('controls');
}

export function presenceOf(strapi: Core.Strapi): Presence {
  return strapi.plugin('continuity').service('presence');
}
