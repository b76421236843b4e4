import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { fileSigner, isSignedBy, type RootSigner } from '@linggong/audit';
import type { TransferFile } from '../../api';
import { signedText } from '../../domain';
import { noSigningKey, noTransfer, tampered } from './transfer-problems';

/** sha256 over a public key (SubjectPublicKeyInfo, DER): what people compare to know whose key it is. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex');
}

/** The key of this installation, the one that signs the roots of its log. @throws Problem 409 `signing-key-missing` */
export async function ownSigner(file: string): Promise<RootSigner> {
  return fileSigner(file).catch(() => {
    throw noSigningKey();
  });
}

/** A body with its signature, as it is handed out. */
export async function signed(signer: RootSigner, body: object): Promise<object> {
  const signature = await signer.sign(signedText(body));
  return {
    ...body,
    signature: {
      algorithm: 'Ed25519',
      publicKey: signer.publicKey.toString('base64'),
      value: signature.toString('base64'),
    },
  };
}

/**
 * Who signed a document, where the signature fits all of the rest of it. Whether he is believed is another question.
 * @param document as it was parsed, before any schema has put anything in order
 * @returns fingerprint of the key
 * @throws Problem 422 `transfer-unreadable`, `transfer-tampered`
 */
export function signerOf(document: object, { publicKey, value }: TransferFile['signature']): string {
  const key = ed25519(Buffer.from(publicKey, 'base64'));
  const body = Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'signature'));
  if (!isSignedBy(key, signedText(body), Buffer.from(value, 'base64'))) throw tampered();
  return fingerprintOf(key.export({ type: 'spki', format: 'der' }));
}

function ed25519(der: Buffer): KeyObject {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // told below
  }
  throw noTransfer('signature.publicKey');
}
