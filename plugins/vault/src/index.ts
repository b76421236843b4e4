export { createVault, type Vault, type VaultOptions } from './server/vault';
export { vaultOf } from './server/services';
export { SealBroken, keyNumberOf } from './server/fields/field-cipher';
export { FileBroken } from './server/files/file-cipher';
export type { NewFile, StoredFile } from './server/files/file-vault';
export { createKeyring, withNewKey, type KeyMaterial, type Keyring } from './server/keys/keyring';
export { makeKeyringFile } from './server/keys/keyring-file';
export { loadKeyring } from './server/keys/load-keyring';
export type { BlindKind, FieldKind } from './domain';
