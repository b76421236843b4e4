import { createHash } from 'node:crypto';
import { holds, namesItsCertificate, parseCms, timeStampOf, type Cms, type TimeStamp } from './cms';
import { readSignature, type PdfSignature } from './read-signature';

/**
 * What the bytes of a PDF say about the seal, without asking the database. Only `intact` is good: `appended` is the case that
 * `pdfsig` still calls valid.
 */
export type SealVerdict = 'intact' | 'appended' | 'altered' | 'foreign' | 'unsealed' | 'broken';

export interface SealCheck {
  readonly verdict: SealVerdict;
  /** Fingerprint (SHA-256, hex) of the certificate of ours that sealed it. */
  readonly fingerprint?: string;
  readonly timeStamp?: TimeStamp | undefined;
  /** SHA-256 (hex) of the signature: finds the document even where other bytes were changed. */
  readonly signatureSha256?: string;
}

/** @param known fingerprints (SHA-256, hex) of the platform's certificates, old ones too */
export function verifySeal(bytes: Buffer, known: ReadonlySet<string>): SealCheck {
  const reading = readSignature(bytes);
  if (reading.kind === 'none') return { verdict: 'unsealed' };
  if (reading.kind === 'several') return severalCheck(reading.signatures, known);
  if (reading.kind === 'broken') return { verdict: 'broken' };
  const { cms: der, signed, appended } = reading.signature;
  const cms = cmsOf(der);
  if (cms === undefined) return { verdict: 'broken' };
  const fingerprint = fingerprintOf(cms.certificate.raw);
  if (!known.has(fingerprint)) return { verdict: 'foreign' };
  const found = { fingerprint, signatureSha256: createHash('sha256').update(der).digest('hex') };
  if (!holds(cms, signed) || !namesItsCertificate(cms)) return { ...found, verdict: 'altered' };
  const stamp = stampOf(cms);
  if (stamp === 'broken') return { ...found, verdict: 'altered' };
  return { ...found, verdict: appended > 0 ? 'appended' : 'intact', timeStamp: stamp };
}

/** A second signature is an update behind the seal, whoever made it – where one of them is the seal. */
function severalCheck(signatures: readonly PdfSignature[], known: ReadonlySet<string>): SealCheck {
  for (const { cms: der } of signatures) {
    const cms = cmsOf(der);
    const fingerprint = cms && fingerprintOf(cms.certificate.raw);
    if (fingerprint === undefined || !known.has(fingerprint)) continue;
    return { verdict: 'appended', fingerprint, signatureSha256: createHash('sha256').update(der).digest('hex') };
  }
  return { verdict: 'foreign' };
}

/** SHA-256 (hex) of a certificate's DER. */
export function fingerprintOf(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function cmsOf(der: Uint8Array): Cms | undefined {
  try {
    return parseCms(der);
  } catch {
    return undefined;
  }
}

function stampOf(cms: Cms): TimeStamp | undefined | 'broken' {
  try {
    return timeStampOf(cms);
  } catch {
    return 'broken';
  }
}
