import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { SealBroken, TAG_BYTES, type Suite } from './suite';

/** Blocks are counted from 1 behind the nonce; a message stays far below the 2^32 blocks at which the count would come round. */
const FIRST_BLOCK = Buffer.from([0, 0, 0, 1]);

/**
 * The profile of commercial cryptography (国密): SM4 in counter mode (GB/T 32907-2016, GB/T 17964-2021) and HMAC-SM3
 * (GB/T 32905-2016, GB/T 15852.2-2024), encrypt-then-MAC, keys by HKDF over SM3. SM4-GCM would be one primitive, but Node's OpenSSL
 * does not offer it.
 */
export const sm4CtrHmacSm3: Suite = {
  id: 3,
  name: 'sm4-ctr-hmac-sm3',
  derive(master, purpose) {
    const bytes = Buffer.from(hkdfSync('sm3', master, 'linggong-vault', purpose, 48));
    return {
      encryption: createSecretKey(bytes.subarray(0, 16)),
      authentication: createSecretKey(bytes.subarray(16)),
    };
  },
  seal({ encryption, authentication }, nonce, aad, clear) {
    const cipher = createCipheriv('sm4-ctr', encryption, Buffer.concat([nonce, FIRST_BLOCK]));
    const text = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear);
    return [text, tagOf(authentication, nonce, aad, text)];
  },
  open({ encryption, authentication }, nonce, aad, text, tag) {
    if (tag.length !== TAG_BYTES || !timingSafeEqual(tag, tagOf(authentication, nonce, aad, text))) {
      throw new SealBroken();
    }
    return createDecipheriv('sm4-ctr', encryption, Buffer.concat([nonce, FIRST_BLOCK])).update(text);
  },
  mac: (key, text) => createHmac('sm3', key).update(text).digest(),
};

/** The length of the additional data goes first, so that no byte can move between them and the ciphertext. */
function tagOf(key: KeyObject, nonce: Buffer, aad: Buffer, text: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeUInt32BE(aad.length, 4);
  return createHmac('sm3', key)
    .update(Buffer.concat([length, aad, nonce]))
    .update(text)
    .digest()
    .subarray(0, TAG_BYTES);
}
