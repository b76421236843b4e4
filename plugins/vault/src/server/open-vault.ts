import type { Database } from '@linggong/core';
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
}

/**
 * The vault of an installation: its data keys are read from the database, and made where it has none yet, in the suite of the ring's
 * current key.
 * @throws SealBroken where the data keys were wrapped under another ring
 */
export async function openVault({ keyring, root, db }: OpenVaultOptions): Promise<OpenVault> {
  const wrapper = ringWrapper(keyring);
  await foundDataKeys(db(), wrapper, keyring.suiteOf(keyring.current));
  const dataKeys = await loadDataKeys(db, wrapper);
  return { vault: createVault({ keyring, root, db, dataKeys }), dataKeys, wrapper, keyring };
}

interface OpenVaultOptions {
  readonly keyring: Keyring;
  /** Folder of the encrypted files. */
  readonly root: string;
  readonly db: () => Database;
}
