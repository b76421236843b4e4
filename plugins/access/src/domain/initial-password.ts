/** No letter or digit that is mistaken for another when read aloud or copied from a screen. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

export const initialPasswordBytes = 20;

/**
 * A first password (初始密码) out of random bytes, in groups that can be read out: about 116 bits. The last group holds a letter of
 * each case and a digit, so that every policy of four classes is met.
 */
export function initialPassword(random: Uint8Array): string {
  if (random.length !== initialPasswordBytes)
    throw new Error(`an initial password takes ${initialPasswordBytes} bytes`);
  const text = [...random].map((byte) => alphabet[byte % alphabet.length]).join('');
  const groups = text.match(/.{5}/g) ?? [];
  return [...groups, 'Lg7'].join('-');
}
