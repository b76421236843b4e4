import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { archiveStoreOf, storiesOf } from '@linggong/audit';
import { settingsFromEnvironment } from '@linggong/config';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { handleClearValues } from './clear/clear-job';
import { registerControls } from './controls';
import { ownTraces } from './erasure/own-traces';
import { personKeepersOf } from './erasure/person-keepers';
import { auditArchives } from './files/audit-archives';
import { checkKeys } from './keys/check-keys';
import { noDataKeys } from './keys/data-key';
import { loadKeyring } from './keys/load-keyring';
import { sweepFileLinks } from './links/file-links';
import { openVault } from './open-vault';
import { handleReencryption } from './reseal/reencrypt-job';
import { handleRequests } from './requests/request-jobs';
import { holdRelations } from './retention/hold-stories';
import { handleRetention } from './retention/retention-job';
import { services, vaultOf, type VaultHolder } from './services';
import { createVault } from './vault';
import { operatingFigures } from './operating-figures';

/** A file without a row may belong to a transaction that still runs; none runs for a day. */
const ORPHAN_AFTER_MS = 86_400_000;

/** A new key is sealed under two minutes after it was made: by then every process has read it some five times over. */
const REFRESH_MS = 20_000;

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
    const db = () => databaseOf(strapi);
    // The migrate process seals nothing, and at its first run the tables are not there yet.
    if (settings.role === 'migrate') {
      holder.vault = createVault({ keyring, root, db, dataKeys: noDataKeys });
      return;
    }
    await checkKeys(db(), keyring);
    holder.opened = await openVault({ keyring, root, db });
    holder.vault = holder.opened.vault;
    const { dataKeys } = holder.opened;
    // A database that is away is away for everything; the next round reads the keys.
    holder.refreshing = setInterval(() => void dataKeys.refresh().catch(() => undefined), REFRESH_MS).unref();
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    handleReencryption(strapi);
    handleClearValues(strapi);
    registerControls(strapi);
    storiesOf(strapi).relate(...holdRelations);
    handleRetention(strapi);
    handleRequests(strapi);
    personKeepersOf(strapi).add('vault', ownTraces);
    archiveStoreOf(strapi).use(auditArchives(() => vaultOf(strapi)));
    jobsOf(strapi).handle('vault.remove-orphans', async (_job, { at }) => ({
      removed: await vaultOf(strapi).removeOrphans(new Date(at.getTime() - ORPHAN_AFTER_MS)),
      links: await sweepFileLinks(databaseOf(strapi), at),
    }));
  },

  destroy({ strapi }: { strapi: Core.Strapi }): void {
    const { refreshing }: VaultHolder = strapi.plugin('vault').service('holder');
    clearInterval(refreshing);
  },
};
