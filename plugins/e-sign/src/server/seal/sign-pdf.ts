import { webcrypto } from 'node:crypto';
import type { Signer } from '@libpdf/core' with { 'resolution-mode': 'import' };
import type { SealKey } from './seal-key';

/** Bytes kept free for the signature: certificates and a time stamp make it large. */
const placeBytes = { plain: 6_144, large: 20_480 } as const;

/** A time stamp authority that says nothing for so long is away. */
const stampTimeoutMs = 10_000;

const signers = new Map<string, Promise<Signer>>();

/**
 * Signs a PDF: PAdES (ETSI EN 319 142-1), `ETSI.CAdES.detached`, level B-B, or B-T with the token of a time stamp authority.
 * @throws TimestampError of `@libpdf/core` where the authority gives no token
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SealKey,
  at: Date,
  timeStampUrl: string | undefined,
): Promise<Uint8Array> {
  const { HttpTimestampAuthority, PDF } = await import('@libpdf/core');
  const document = await PDF.load(pdf);
  const isPlain = key.kind === 'generated' && timeStampUrl === undefined;
  const { bytes } = await document.sign({
    signer: await signerOf(key),
    fieldName: 'PlatformSeal',
    reason: 'Platform seal: proves integrity of this file only, no identity',
    signingTime: at,
    subFilter: 'ETSI.CAdES.detached',
    estimatedSize: isPlain ? placeBytes.plain : placeBytes.large,
    ...(timeStampUrl === undefined
      ? { level: 'B-B' as const }
      : {
          level: 'B-T' as const,
          timestampAuthority: new HttpTimestampAuthority(timeStampUrl, { timeout: stampTimeoutMs }),
        }),
  });
  return bytes;
}

/** Keys are read once a thread. */
function signerOf(key: SealKey): Promise<Signer> {
  const known = signers.get(key.fingerprint) ?? openSigner(key);
  signers.set(key.fingerprint, known);
  return known;
}

async function openSigner(key: SealKey): Promise<Signer> {
  const { CryptoKeySigner, P12Signer } = await import('@libpdf/core');
  if (key.kind === 'p12') return P12Signer.create(key.file, key.passphrase);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const privateKey = await webcrypto.subtle.importKey('pkcs8', key.privateKey, algorithm, false, ['sign']);
  return new CryptoKeySigner(privateKey, key.certificate, 'RSA', 'RSASSA-PKCS1-v1_5');
}

/** @throws SignerError of `@libpdf/core` for a broken file or a wrong passphrase */
export async function certificateOfP12(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { P12Signer } = await import('@libpdf/core');
  return (await P12Signer.create(file, passphrase)).certificate;
}
