import { existsSync } from 'node:fs';
import { createKeyring, type Keyring } from './keyring';
import { readKeyringFile } from './keyring-file';
import { keyMaterialOf } from './keyring-text';

export interface KeyringSource {
  /** Key ring as JSON text, from the environment. */
  readonly text?: string | undefined;
  /** Key ring file. */
  readonly file: string;
}

/**
 * The installation's key ring: from the environment, else from its file. Never made here: a new ring in the place of a missing
 * one would make everything sealed before unreadable.
 * @throws Error where the file is missing
 */
export async function loadKeyring(source: KeyringSource): Promise<Keyring> {
  if (source.text !== undefined) return createKeyring(keyMaterialOf(source.text));
  if (!existsSync(source.file)) {
    throw new Error(
      `the key ring file ${source.file} is missing; for a new installation: npm run keyring -- ${source.file}`,
    );
  }
  return createKeyring(await readKeyringFile(source.file));
}
