import { randomBytes, webcrypto } from 'node:crypto';
import { BitString, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';

/** RSA-3072 is good beyond 2030 (NIST SP 800-57 part 1, table 2), and every PDF reader knows it. */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Days that a generated certificate is valid. */
const validDays = 3 * 365;

/** The subject says what it is: who reads it in a PDF reader must not take it for a company's certificate. */
const commonName = 'Platform integrity seal, self-generated 平台自行生成，仅证明完整性';

export interface MadeCertificate {
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array;
}

/** Makes a key and a certificate that signs itself: it proves integrity of what it seals, and nobody's identity. */
export async function makeCertificate(at: Date): Promise<MadeCertificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: positive(randomBytes(16)) });
  for (const name of [certificate.subject, certificate.issuer]) {
    const value = new Utf8String({ value: commonName });
    name.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value }));
  }
  certificate.notBefore.value = at;
  certificate.notAfter.value = new Date(at.getTime() + validDays * 86_400_000);
  certificate.extensions = [basicConstraints(), keyUsage()];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

/** A serial number is a positive integer of at most 20 bytes (RFC 5280 4.1.2.2). */
function positive(bytes: Buffer): ArrayBuffer {
  const copy = new Uint8Array(bytes);
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40;
  return copy.buffer;
}

function basicConstraints(): Extension {
  const value = new BasicConstraints({ cA: false });
  return new Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: value.toSchema().toBER(),
    parsedValue: value,
  });
}

/** digitalSignature and nonRepudiation (RFC 5280 4.2.1.3). */
function keyUsage(): Extension {
  const value = new BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 });
  return new Extension({ extnID: '2.5.29.15', critical: true, extnValue: value.toBER() });
}
