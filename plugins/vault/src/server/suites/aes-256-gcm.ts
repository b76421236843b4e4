import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { SealBroken, TAG_BYTES, type Suite } from './suite';

/** AES-256-GCM (NIST SP 800-38D) with HMAC-SHA256, keys by HKDF-SHA256 (RFC 5869). */
export const aes256Gcm: Suite = {
  id: 2,
  name: 'aes-256-gcm',
  derive(master, purpose) {
    const bytes = Buffer.from(hkdfSync('sha256', master, 'linggong-vault', purpose, 64));
    return {
      encryption: createSecretKey(bytes.subarray(0, 32)),
      authentication: createSecretKey(bytes.subarray(32)),
    };
  },
  seal({ encryption }, nonce, aad, clear) {
    const cipher = createCipheriv('aes-256-gcm', encryption, nonce);
    cipher.setAAD(aad);
    const text = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear);
    cipher.final();
    return [text, cipher.getAuthTag()];
  },
  open({ encryption }, nonce, aad, text, tag) {
    if (tag.length !== TAG_BYTES) throw new SealBroken();
    const decipher = createDecipheriv('aes-256-gcm', encryption, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad);
    decipher.setAuthTag(tag);
    const clear = decipher.update(text);
    try {
      decipher.final();
    } catch {
      throw new SealBroken();
    }
    return clear;
  },
  mac: (key, text) => createHmac('sha256', key).update(text).digest(),
};
