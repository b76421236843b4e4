import path from 'node:path';
import type { Database } from '@linggong/core';
import { createDiskStore } from './files/disk-store';
import { createFileRewrap, type FileRewrap } from './files/rewrap-files';
import { foundDataKeys } from './keys/data-key-rows';
import type { Keyring } from './keys/keyring';
import { ringWrapper, type KeyWrapper } from './keys/key-wrapper';
import { loadDataKeys, type LoadedDataKeys } from './keys/loaded-data-keys';
import { createVault, type Vault } from './vault';

export interface OpenVault {
  readonly vault: Vault;
  readonly dataKeys: LoadedDataKeys;
  readonly wrapper: KeyWrapper;
  readonly keyring: Keyring;
  readonly files: FileRewrap;
}

/**
 * The vault of an installation: its data keys are read from the database, and made where it has none yet, in the suite of the ring's
 * current key.
 * @throws SealBroken where the data keys were wrapped under another ring
 */
export async function openVault({ keyring, root, db, isReadOnly }: OpenVaultOptions): Promise<OpenVault> {
  const wrapper = ringWrapper(keyring);
  if (!isReadOnly) await foundDataKeys(db(), wrapper, keyring.suiteOf(keyring.current));
  const dataKeys = await loadDataKeys(db, wrapper);
  const files = createFileRewrap({ keyring, dataKeys, store: createDiskStore(path.join(root, 'files')) });
  return { vault: createVault({ keyring, root, db, dataKeys }), dataKeys, wrapper, keyring, files };
}

interface OpenVaultOptions {
  readonly keyring: Keyring;
  /** Folder of the encrypted files. */
  readonly root: string;
  readonly db: () => Database;
  /** Makes no keys: for a restored copy, which is looked at and not worked with. */
  readonly isReadOnly?: true;
}
