import { existsSync } from 'node:fs';
import { createKeyring, type Keyring } from './keyring';
import { keyMaterialOf, makeKeyringFile, readKeyringFile } from './keyring-file';

export interface KeyringSource {
  /** Key ring as JSON text, from the environment. */
  readonly text?: string | undefined;
  /** Key ring file. */
  readonly file: string;
  /** Whether a missing file may be made: only at its default place, never where an operator named it. */
  readonly mayMake: boolean;
}

/**
 * The installation's key ring: from the environment, else from its file, which the embedded mode makes once.
 * @throws Error where a named file is missing: a silent new ring would make everything sealed before unreadable
 */
export async function loadKeyring(source: KeyringSource): Promise<Keyring> {
  if (source.text !== undefined) return createKeyring(keyMaterialOf(source.text));
  if (!existsSync(source.file)) {
    if (!source.mayMake) throw new Error(`the key ring file ${source.file} is missing`);
    await makeKeyringFile(source.file);
  }
  return createKeyring(await readKeyringFile(source.file));
}
