import { randomBytes } from 'node:crypto';
import { suiteOfId, suites, type Suite } from '../suites';
import {
  FileBroken,
  headReader,
  openPieces,
  sealPieces,
  type FileIdentity,
  type HeadReader,
  type PieceKey,
} from './file-pieces';
import { pieceKeyOfRingForm } from './ring-file';

/**
 * A file under a key of its own: head `LGF2`, suite (1 byte), three of zero, then pieces. Nothing in the file tells of the key; it
 * lies wrapped in the row (`file-key.ts`).
 */
const MAGIC = 'LGF2';
const MAGIC_BYTES = 4;
const SECRET_BYTES = 32;
const PURPOSE = 'linggong-file-2';

export const newFileSecret = (): Buffer => randomBytes(SECRET_BYTES);

export async function* sealEnveloped(
  suite: Suite,
  secret: Buffer,
  file: FileIdentity,
  clear: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  yield Buffer.concat([Buffer.from(MAGIC), Buffer.from([suite.id, 0, 0, 0])]);
  yield* sealPieces({ suite, key: suite.derive(secret, PURPOSE) }, file, clear);
}

/**
 * Opens a file of any form by its own key, also one that was sealed under the ring and got its envelope later.
 * @throws FileBroken, also in the middle: what was given before it was whole and in its place
 */
export async function* openEnveloped(
  secret: Buffer,
  file: FileIdentity,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const reader = headReader(sealed);
  try {
    yield* openPieces(await pieceKey(secret, reader), file, reader.rest());
  } finally {
    await reader.close();
  }
}

async function pieceKey(secret: Buffer, reader: HeadReader): Promise<PieceKey> {
  const magic = (await reader.take(MAGIC_BYTES)).toString('latin1');
  const older = await pieceKeyOfRingForm(magic, secret, suites, reader);
  if (older) return older;
  const head = await reader.take(4);
  const suite = suiteOfId(head[0]);
  if (magic !== MAGIC || !suite || head.readUIntBE(1, 3) !== 0 || secret.length !== SECRET_BYTES)
    throw new FileBroken();
  return { suite, key: suite.derive(secret, PURPOSE) };
}
