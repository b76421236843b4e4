import { createHash, verify, X509Certificate } from 'node:crypto';
import { OctetString, fromBER, type Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData, TSTInfo, type SignerInfo } from 'pkijs';

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

const hashes: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** A signature (CMS, RFC 5652) with the certificate that made it. */
export interface Cms {
  readonly certificate: X509Certificate;
  readonly signer: SignerInfo;
  readonly data: SignedData;
}

/** @throws Error where it is no CMS signature of exactly one signer whose certificate is inside */
export function parseCms(der: Uint8Array): Cms {
  const content = new ContentInfo({ schema: parsed(der) });
  if (content.contentType !== oid.signedData) throw new Error('no signed data');
  // The schema of signed data is checked by the constructor.
  const data = new SignedData({ schema: content.content as Sequence });
  const [signer, ...others] = data.signerInfos;
  if (signer === undefined || others.length > 0) throw new Error('not one signer');
  const certificates = (data.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate);
  const sid = signer.sid as {
    issuer?: { isEqual(other: unknown): boolean };
    serialNumber?: { isEqual(o: unknown): boolean };
  };
  const own = certificates.find(
    (one) => sid.issuer?.isEqual(one.issuer) === true && sid.serialNumber?.isEqual(one.serialNumber) === true,
  );
  if (own === undefined) throw new Error('the certificate of the signer is not inside');
  return { certificate: new X509Certificate(Buffer.from(own.toSchema().toBER())), signer, data };
}

function parsed(der: Uint8Array): Sequence {
  const { result, offset } = fromBER(der);
  if (offset !== der.length) throw new Error('bytes behind the structure');
  // Checked by whoever reads its schema.
  return result as Sequence;
}

function attribute(signer: SignerInfo, type: string, place: 'signedAttrs' | 'unsignedAttrs'): unknown {
  return signer[place]?.attributes.find((one) => one.type === type)?.values[0];
}

/** Does the signature hold over this content: its digest, the signature itself, and the certificate it names (ESS)? */
export function holds({ certificate, signer }: Cms, content: readonly Uint8Array[]): boolean {
  const hash = hashes[signer.digestAlgorithm.algorithmId];
  const digest = attribute(signer, oid.messageDigest, 'signedAttrs');
  const attributes = signer.signedAttrs?.encodedValue;
  if (hash === undefined || !(digest instanceof OctetString) || attributes === undefined) return false;
  const computed = createHash(hash);
  for (const part of content) computed.update(part);
  if (!computed.digest().equals(Buffer.from(digest.valueBlock.valueHexView))) return false;
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  return verify(hash, Buffer.from(attributes), certificate.publicKey, signature);
}

/** PAdES asks that the signed attributes name the certificate by its hash (ETSI EN 319 142-1, signing-certificate-v2). */
export function namesItsCertificate({ certificate, signer }: Cms): boolean {
  const value = attribute(signer, oid.signingCertificateV2, 'signedAttrs') as Sequence | undefined;
  if (value === undefined) return false;
  const hash = createHash('sha256').update(certificate.raw).digest();
  return Buffer.from(value.toBER()).includes(hash);
}

export interface TimeStamp {
  readonly at: Date;
  /** Who stamped, by the subject of its certificate. */
  readonly authority: string;
}

/**
 * The time stamp (RFC 3161) over the signature; undefined where there is none.
 * @throws Error where the token does not belong to this signature, or does not hold
 */
export function timeStampOf({ signer }: Cms): TimeStamp | undefined {
  const token = attribute(signer, oid.timeStampToken, 'unsignedAttrs') as Sequence | undefined;
  if (token === undefined) return undefined;
  const cms = parseCms(new Uint8Array(token.toBER()));
  const content = cms.data.encapContentInfo.eContent;
  if (content === undefined) throw new Error('an empty token');
  const bytes = new Uint8Array(content.getValue());
  const info = new TSTInfo({ schema: parsed(bytes) });
  const hash = hashes[info.messageImprint.hashAlgorithm.algorithmId];
  if (hash === undefined) throw new Error('an unknown digest');
  const expected = createHash(hash).update(signer.signature.valueBlock.valueHexView).digest();
  if (!expected.equals(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)))
    throw new Error('the token stamps something else');
  if (!holds(cms, [bytes])) throw new Error('the token does not hold');
  return { at: info.genTime, authority: cms.certificate.subject.replaceAll('\n', ', ') };
}
