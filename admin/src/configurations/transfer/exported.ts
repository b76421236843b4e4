import { isRecord } from '../../provider';

/** What the one who hands a file on needs to know of it. */
export interface Exported {
  count: number;
  /** Of the key that signed it, as the other installation shows it; undefined where the browser cannot compute one. */
  fingerprint: string | undefined;
}

/** Reads an exported file once more: how many configurations left, and the fingerprint (sha256 of the public key) to be told. */
export async function exportedIn(text: string): Promise<Exported> {
  const file: unknown = JSON.parse(text);
  const { configurations, signature } = isRecord(file) ? file : {};
  const publicKey = isRecord(signature) ? signature['publicKey'] : undefined;
  return {
    count: Array.isArray(configurations) ? configurations.length : 0,
    fingerprint: typeof publicKey === 'string' ? await fingerprintOf(publicKey) : undefined,
  };
}

async function fingerprintOf(publicKey: string): Promise<string | undefined> {
  // Browsers give digests to pages that came over TLS or from the same machine alone.
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) return undefined;
  const der = Uint8Array.from(atob(publicKey), (character) => character.charCodeAt(0));
  const digest = new Uint8Array(await subtle.digest('SHA-256', der));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
