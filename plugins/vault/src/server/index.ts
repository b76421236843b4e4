import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { checkKeys } from './keys/check-keys';
import { loadKeyring } from './keys/load-keyring';
import { sweepFileLinks } from './links/file-links';
import { services, vaultOf, type VaultHolder } from './services';
import { createVault } from './vault';

/** A file without a row may belong to a transaction that still runs; none runs for a day. */
const ORPHAN_AFTER_MS = 86_400_000;

export default {
  services,

  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const settings = settingsFromEnvironment(process.env);
    const keyring = await loadKeyring({
      text: process.env['LINGGONG_KEYRING'],
      file: settings.keyringFile,
    });
    const holder: VaultHolder = strapi.plugin('vault').service('holder');
    const root = path.join(settings.dataFolder, 'vault');
    holder.vault = createVault({ keyring, root, db: () => databaseOf(strapi) });
    // The migrate process seals nothing, and at its first run the table is not there yet.
    if (settings.role !== 'migrate') await checkKeys(databaseOf(strapi), keyring);
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    jobsOf(strapi).handle('vault.remove-orphans', async (_job, { at }) => ({
      removed: await vaultOf(strapi).removeOrphans(new Date(at.getTime() - ORPHAN_AFTER_MS)),
      links: await sweepFileLinks(databaseOf(strapi), at),
    }));
  },
};
