import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Who signs the roots (签名端口). A file of the worker does for now; a process that the application cannot reach takes its place
 * without a change here.
 */
export interface RootSigner {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  sign(text: string): Promise<Buffer>;
}

/** Public keys that signatures are believed by, by key id. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

const publicEnding = '.pub.pem';

/** The first 16 hex digits of sha256 over the public key (SPKI, DER). */
function keyIdOf(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

/**
 * Makes an Ed25519 key (0600) and its public half beside it, once: where two processes start together, both read the one.
 * Never replaces a key.
 */
export async function makeSigningKey(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const kept = createPublicKey(await readFile(file, 'utf8'));
  await writeOnce(publicFileOf(file), kept.export({ type: 'spki', format: 'pem' }).toString());
}

const publicFileOf = (file: string): string => `${file.replace(/\.pem$/, '')}${publicEnding}`;

async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}

/** @throws Error where the file is missing, open to others, or no Ed25519 key; nothing of it is quoted */
export async function fileSigner(file: string): Promise<RootSigner> {
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new Error(`${file} is open to other users; run: chmod 600 ${file}`);
  const key = createPrivateKey(await readFile(file, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { keyId: keyIdOf(publicKey), publicKey, sign: (text) => Promise.resolve(sign(null, Buffer.from(text), key)) };
}

/**
 * The public keys in the folder of the signing key (`*.pub.pem`): the key that signs now, and those that signed before.
 * Empty where there is no such folder.
 */
export async function trustedKeys(signingKeyFile: string): Promise<TrustedKeys> {
  const folder = path.dirname(signingKeyFile);
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = names.filter((name) => name.endsWith(publicEnding)).slice(0, 100);
  const keys = await Promise.all(
    files.map(async (name) => createPublicKey(await readFile(path.join(folder, name), 'utf8'))),
  );
  return new Map(keys.map((key) => [keyIdOf(key.export({ type: 'spki', format: 'der' })), key]));
}

export function isSignedBy(key: KeyObject, text: string, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(text), key, signature);
}
