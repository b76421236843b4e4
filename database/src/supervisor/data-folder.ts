import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newSecret, readSecretFile, writeSecretFile } from '../embedded';
import { repositoryRoot } from '../repository';

/** Where this clone keeps what is its own; git-ignored. */
export const cloneDataFolder = path.join(repositoryRoot, 'database', '.data');

/** Where root's clones keep their data: PostgreSQL runs as an ordinary user, who cannot enter /root. */
const systemFolder = '/var/lib/linggong';

/**
 * The installation's data folder: LINGGONG_DATA, or database/.data, or for root a folder of this clone's own under
 * /var/lib/linggong, named in database/.data/location. So two clones never share a database, as for ordinary users.
 */
export function chooseDataFolder(configured: string | undefined): string {
  if (configured !== undefined && configured !== '') {
    return path.resolve(configured);
  }
  if (process.getuid?.() !== 0) {
    return cloneDataFolder;
  }
  const pointer = path.join(cloneDataFolder, 'location');
  if (!existsSync(pointer)) {
    mkdirSync(cloneDataFolder, { recursive: true, mode: 0o700 });
    const folder = path.join(systemFolder, `data-${randomBytes(4).toString('hex')}`);
    writeFileSync(pointer, `${folder}\n`);
  }
  return readFileSync(pointer, 'utf8').trim();
}

/** Root secret that Strapi's secrets are derived from; generated once into the data folder (0600). */
export function installationSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret');
  const kept = readSecretFile(file);
  if (kept !== undefined) {
    return kept;
  }
  const secret = `${newSecret()}${newSecret()}`;
  // Our own server has made the folder for its cluster; beside a server of the operator nobody has.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeSecretFile(file, secret);
  return secret;
}
