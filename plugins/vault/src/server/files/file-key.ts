import { randomBytes } from 'node:crypto';
import type { DataKey, DataKeys } from '../keys/data-key';
import { NONCE_BYTES, SealBroken, TAG_BYTES } from '../suites';
import { FileBroken, type FileIdentity } from './file-pieces';

const HEAD_BYTES = 3;
const TEXT_AT = HEAD_BYTES + NONCE_BYTES;
const PURPOSE = 'file-key';

/**
 * The key of one file wrapped under a data key (文件信封): suite 1 · data key 2 · nonce 12 · key · tag 16. Bound to the file: in another
 * row it does not unwrap.
 */
export function wrapFileKey(key: DataKey, file: FileIdentity, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const [text, tag] = key.suite.seal(key.keyFor(PURPOSE), nonce, aadOf(key, file), secret);
  return Buffer.concat([key.head, nonce, text, tag]);
}

/** @throws FileBroken; Problem 503 `keys-reloading` for a data key that was made a moment ago */
export function unwrapFileKey(dataKeys: Pick<DataKeys, 'find'>, file: FileIdentity, wrapped: Buffer): Buffer {
  if (wrapped.length < TEXT_AT + TAG_BYTES) throw new FileBroken();
  const key = dataKeys.find(wrapped.readUInt16BE(1));
  if (!key || key.suite.id !== wrapped[0]) throw new FileBroken();
  const [nonce, text] = [wrapped.subarray(HEAD_BYTES, TEXT_AT), wrapped.subarray(TEXT_AT, -TAG_BYTES)];
  try {
    return key.suite.open(key.keyFor(PURPOSE), nonce, aadOf(key, file), text, wrapped.subarray(-TAG_BYTES));
  } catch (error) {
    throw error instanceof SealBroken ? new FileBroken() : error;
  }
}

function aadOf({ headText }: DataKey, { kind, subject, id }: FileIdentity): Buffer {
  return Buffer.from(`${headText}${PURPOSE}\u0000${kind}\u0000${subject}\u0000${id}`);
}
