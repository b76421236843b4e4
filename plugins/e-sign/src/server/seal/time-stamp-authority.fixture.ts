import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface TestAuthority {
  readonly url: string;
  /** Requests that it has answered. */
  answered(): number;
  /** What it does from now on: stamp, answer with a fault, or stamp something else than it was asked. */
  behave(manner: 'well' | 'fault' | 'wrong'): void;
  stop(): Promise<void>;
}

const config = `
[req]
distinguished_name = dn
prompt = no
x509_extensions = ext
[dn]
CN = Test time stamp authority
[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = this
[this]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

/** A time stamp authority (RFC 3161) that really stamps: `openssl ts` with a key of its own, behind HTTP on this machine. */
export async function timeStampAuthority(): Promise<TestAuthority> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsa-'));
  const openssl = (...words: string[]): Buffer => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  writeFileSync(path.join(folder, 'tsa.cnf'), config);
  writeFileSync(path.join(folder, 'serial'), '01');
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'tsa.pem',
    '-days',
    '30',
    '-config',
    'tsa.cnf',
  );
  let manner: 'well' | 'fault' | 'wrong' = 'well';
  let count = 0;
  const stamp = (query: Buffer): Buffer => {
    writeFileSync(path.join(folder, 'query.tsq'), query);
    if (manner === 'wrong') openssl('ts', '-query', '-data', 'tsa.cnf', '-sha256', '-cert', '-out', 'query.tsq');
    openssl(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-queryfile',
      'query.tsq',
      '-signer',
      'tsa.pem',
      '-inkey',
      'key.pem',
      '-out',
      'reply.tsr',
    );
    return readFileSync(path.join(folder, 'reply.tsr'));
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      count += 1;
      if (manner === 'fault') return void response.writeHead(503).end();
      response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(stamp(Buffer.concat(parts)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // Listening on a port, so that the address is an object.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answered: () => count,
    behave: (next) => void (manner = next),
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}
