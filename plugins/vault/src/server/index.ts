import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { databaseOf } from '@linggong/core';
import { checkKeys } from './keys/check-keys';
import { loadKeyring } from './keys/load-keyring';
import { services, type VaultHolder } from './services';
import { createVault } from './vault';

export default {
  services,

  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const settings = settingsFromEnvironment(process.env);
    const keyring = await loadKeyring({
      text: process.env['LINGGONG_KEYRING'],
      file: settings.keyringFile,
      mayMake: !process.env['KEYRING_FILE'],
    });
    const holder: VaultHolder = strapi.plugin('vault').service('holder');
    const root = path.join(settings.dataFolder, 'vault');
    holder.vault = createVault({ keyring, root, db: () => databaseOf(strapi) });
    // The migrate process seals nothing, and at its first run the table is not there yet.
    if (settings.role !== 'migrate') await checkKeys(databaseOf(strapi), keyring);
  },
};
