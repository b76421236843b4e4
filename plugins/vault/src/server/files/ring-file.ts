import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from '../keys/keyring';
import type { Suite } from '../suites';
import {
  FileBroken,
  headReader,
  openPieces,
  sealPieces,
  type FileIdentity,
  type HeadReader,
  type PieceKey,
} from './file-pieces';

/**
 * A file sealed directly under a key of the ring: head (magic, key number, salt), then pieces, in the suite of the ring's key: `LGF1`
 * AES-256-GCM, `LGS1` SM4-CTR with HMAC-SM3. Backups are sealed so, which must open without the database that is inside of them; private
 * files were, before they had keys of their own.
 */
const magics = { 'aes-256-gcm': 'LGF1', 'sm4-ctr-hmac-sm3': 'LGS1' } as const;
const MAGIC_BYTES = 4;
const SALT_BYTES = 32;
const AES_KEY_BYTES = 32;
const SM4_KEY_BYTES = 16;
const SM_KEYS_BYTES = 48;

export async function* sealFile(
  keyring: Keyring,
  file: FileIdentity,
  clear: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const suite = keyring.suiteOf(keyring.current);
  const number = Buffer.from([keyring.current >> 8, keyring.current & 0xff]);
  yield Buffer.concat([Buffer.from(magics[suite.name]), number, salt]);
  const secret = ringSecret(keyring, keyring.current, file.kind, salt);
  yield* sealPieces(pieceKeyOf(suite, secret), file, clear);
}

/** @throws FileBroken, also in the middle: what was given before it was whole and in its place */
export async function* openFile(
  keyring: Keyring,
  file: FileIdentity,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const reader = headReader(sealed);
  try {
    const { suite, secret } = await readRingHead(keyring, file, reader);
    yield* openPieces(pieceKeyOf(suite, secret), file, reader.rest());
  } finally {
    await reader.close();
  }
}

/**
 * The key that a file is under by its head, proved at its first piece: what the envelope of an older file holds from then on, so that it
 * opens without the ring and none of its bytes is written anew.
 * @throws FileBroken
 */
export async function secretOfFile(
  keyring: Keyring,
  file: FileIdentity,
  sealed: AsyncIterable<Buffer>,
): Promise<Buffer> {
  const reader = headReader(sealed);
  try {
    const { suite, secret } = await readRingHead(keyring, file, reader);
    await openPieces(pieceKeyOf(suite, secret), file, reader.rest()).next();
    return secret;
  } finally {
    await reader.close();
  }
}

/** How the pieces of a file of these forms open under its own key; undefined for another form. @throws FileBroken */
export async function pieceKeyOfRingForm(
  magic: string,
  secret: Buffer,
  suites: readonly Suite[],
  reader: HeadReader,
): Promise<PieceKey | undefined> {
  const suite = suites.find(({ name }) => magics[name] === magic);
  if (!suite) return undefined;
  await reader.take(2 + SALT_BYTES);
  return pieceKeyOf(suite, secret);
}

async function readRingHead(
  keyring: Keyring,
  { kind }: FileIdentity,
  reader: HeadReader,
): Promise<{ suite: Suite; secret: Buffer }> {
  const magic = (await reader.take(MAGIC_BYTES)).toString('latin1');
  const number = (await reader.take(2)).readUInt16BE();
  const salt = await reader.take(SALT_BYTES);
  if (!keyring.numbers.includes(number)) throw new FileBroken();
  const suite = keyring.suiteOf(number);
  if (magic !== magics[suite.name]) throw new FileBroken();
  return { suite, secret: ringSecret(keyring, number, kind, salt) };
}

/** The keys of one file as bytes: 32 for AES, 16 and 32 for SM4 and HMAC-SM3. */
function ringSecret(keyring: Keyring, number: number, kind: string, salt: Buffer): Buffer {
  const suite = keyring.suiteOf(number);
  if (suite.name === 'aes-256-gcm') {
    const master = keyring.keyFor(number, `file:${kind}`);
    return Buffer.from(hkdfSync('sha256', master, salt, 'linggong-file', AES_KEY_BYTES));
  }
  // A master of its own for each kind; the file's salt is the purpose that the suite derives by.
  const master = keyring.suiteKeyFor(number, `file:${kind}`).authentication.export();
  const { encryption, authentication } = suite.derive(master, `linggong-file:${salt.toString('base64')}`);
  return Buffer.concat([encryption.export(), authentication.export()]);
}

function pieceKeyOf(suite: Suite, secret: Buffer): PieceKey {
  if (secret.length !== (suite.name === 'aes-256-gcm' ? AES_KEY_BYTES : SM_KEYS_BYTES)) throw new FileBroken();
  if (suite.name === 'aes-256-gcm') {
    const key = createSecretKey(secret);
    return { suite, key: { encryption: key, authentication: key } };
  }
  const [encryption, authentication] = [secret.subarray(0, SM4_KEY_BYTES), secret.subarray(SM4_KEY_BYTES)];
  return {
    suite,
    key: { encryption: createSecretKey(encryption), authentication: createSecretKey(authentication) },
  };
}
