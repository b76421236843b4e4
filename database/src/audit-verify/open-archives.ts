import path from 'node:path';
import type { OpenArchive } from '@linggong/audit';
import { settingsFromEnvironment } from '@linggong/config';
import type { Database } from '@linggong/core';
import { auditArchives, loadKeyring, openVault, type Vault } from '@linggong/vault';

/**
 * Archived months of an installation, by its key ring and its private files; both are asked for with the first month that there is.
 */
export function archivesOf(db: Database, environment: Readonly<Record<string, string | undefined>>): OpenArchive {
  let opening: Promise<Vault> | undefined;
  const vaultOnce = (): Promise<Vault> => (opening ??= vaultOf(db, environment));
  return async function* (fileId) {
    const vault = await vaultOnce();
    yield* auditArchives(() => vault).open(fileId);
  };
}

async function vaultOf(db: Database, environment: Readonly<Record<string, string | undefined>>): Promise<Vault> {
  const { dataFolder, keyringFile } = settingsFromEnvironment(environment);
  const keyring = await loadKeyring({ text: environment['LINGGONG_KEYRING'], file: keyringFile });
  const root = path.join(dataFolder, 'vault');
  return (await openVault({ keyring, root, db: () => db, isReadOnly: true })).vault;
}
