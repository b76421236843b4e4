import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** PEM files of an authority and of a certificate that it signed. */
export interface TestCertificates {
  readonly caFile: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

const days = ['-days', '2'];
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/**
 * A new authority and a certificate of it, for servers and clients of a test alike; made by `openssl`.
 * @param names DNS names and addresses that the certificate holds
 */
export async function testCertificates(folder: string, names: readonly string[]): Promise<TestCertificates> {
  await mkdir(folder, { recursive: true });
  const file = (name: string): string => path.join(folder, name);
  const authority = { caFile: file('ca.pem'), caKey: file('ca-key.pem') };
  const own = { certificateFile: file('certificate.pem'), keyFile: file('key.pem') };
  await request(['-subj', '/CN=Test authority', '-keyout', authority.caKey, '-out', authority.caFile]);
  const alternatives = names.map((name) => `${/^[\d.]+$/.test(name) ? 'IP' : 'DNS'}:${name}`).join(',');
  await request([
    ...['-subj', '/CN=Test server', '-keyout', own.keyFile, '-out', own.certificateFile],
    ...['-CA', authority.caFile, '-CAkey', authority.caKey],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', `subjectAltName=${alternatives}`],
  ]);
  return { caFile: authority.caFile, ...own };
}

async function request(args: readonly string[]): Promise<void> {
  await promisify(execFile)('openssl', ['req', '-x509', ...newKey, ...days, ...args]);
}
