import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { paperOf } from '../documents/paper.fixture';
import { pdfsig, textOfPdf } from '../documents/poppler.fixture';
import { sheetOf, slipOf } from '../documents/slips/slip.fixture';
import { readSlip } from '../documents/slips/slip-mark';
import { testMill } from '../mill/mill.fixture';
import { fingerprintOf, verifySeal } from '../verification/verify-seal';
import { makeCertificate } from './make-certificate';
import type { SealKey } from './seal-key';
import type { SealedPaper } from './seal-paper';
import { timeStampAuthority, type TestAuthority } from './time-stamp-authority.fixture';

const at = new Date('2026-11-22T03:00:00Z');
const mill = testMill(2);
afterAll(() => mill.close());

async function generatedKey(): Promise<SealKey> {
  const { certificate, privateKey } = await makeCertificate(at);
  return { kind: 'generated', fingerprint: fingerprintOf(certificate), certificate, privateKey };
}

async function sealed(key: SealKey, timeStampUrl?: string): Promise<SealedPaper & { bytes: Buffer }> {
  const seal = {
    at,
    certificateSerial: '00aa',
    certificateSubject: 'CN=test',
    origin: 'generated' as const,
    isTimeStamped: timeStampUrl !== undefined,
  };
  const result = await mill.seal({ paper: paperOf('tax-agency', { seal }), key, at, timeStampUrl });
  if (!result.ok) throw new Error(result.fault);
  return { ...result, bytes: Buffer.from(result.bytes) };
}

let key: SealKey;
let paper: SealedPaper & { bytes: Buffer };
let known: ReadonlySet<string>;
beforeAll(async () => {
  key = await generatedKey();
  known = new Set([key.fingerprint]);
  paper = await sealed(key);
});

const verdictOf = (bytes: Buffer): string => verifySeal(bytes, known).verdict;

/** Where the regions of the sealed file lie. */
function regions({ bytes }: { bytes: Buffer }): Record<string, number> {
  const range = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/.exec(bytes.toString('latin1'));
  const [length, next] = [Number(range?.[1]), Number(range?.[2])];
  const contents = bytes.toString('latin1', length, next);
  const used = contents.replace(/(00)+>$/, '').length;
  return {
    'the version line': 5,
    'the first page': Math.floor(length * 0.2),
    'the fonts': Math.floor(length * 0.7),
    'just before the signature': length - 1,
    'the opening of the signature': length,
    'the head of the signature': length + 3,
    'the certificate inside': length + 600,
    'the end of the signature': length + used - 4,
    'the zeros that fill it up': length + used + 40,
    'the closing of the signature': next - 1,
    'just behind the signature': next,
    'the last table': bytes.length - 60,
    'the last byte': bytes.length - 1,
  };
}

describe('a sealed paper', () => {
  it('is valid and signed as a whole for a reader that is not ours', () => {
    const told = pdfsig(paper.bytes);
    expect(told).toContain('Signature Type: ETSI.CAdES.detached');
    expect(told).toContain('Signature is Valid');
    expect(told).toContain('Total document signed');
    expect(told).not.toContain('Not total document signed');
    expect(verdictOf(paper.bytes)).toBe('intact');
    expect(paper).toMatchObject({ level: 'B-B', fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('says on its face that the seal proves integrity only', () => {
    const text = textOfPdf(paper.bytes);
    for (const words of ['平台电子封存', '仅证明文件完整性', 'INTEGRITY ONLY', '不证明任何一方的身份'])
      expect(text).toContain(words);
  });

  it('names nobody in what a PDF reader shows of the certificate', () => {
    expect(pdfsig(paper.bytes)).toMatch(/Common Name: Platform integrity seal/);
    expect(pdfsig(paper.bytes)).toMatch(/self-generated/);
  });
});

/** A forger's tool: the library in a process of its own, since Jest cannot load it. */
function updatedBy(bytes: Buffer, script: string): Buffer {
  const program = `import { CryptoKeySigner, PDF, rgb } from '@libpdf/core';
    const parts = []; for await (const part of process.stdin) parts.push(part);
    const pdf = await PDF.load(new Uint8Array(Buffer.concat(parts)));
    const done = (result) => process.stdout.write(result);
    ${script}`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    input: bytes,
    cwd: __dirname,
    maxBuffer: 1e8,
  });
}

describe('every change is found', () => {
  it('a byte of any region', () => {
    const found = Object.entries(regions(paper)).map(([name, place]) => {
      const changed = Buffer.from(paper.bytes);
      changed.writeUInt8((changed[place] ?? 0) ^ 0x01, place);
      return [name, verdictOf(changed)];
    });
    for (const [name, verdict] of found) expect([name, verdict === 'intact']).toEqual([name, false]);
    expect(Object.fromEntries(found)).toMatchObject({ 'the first page': 'altered', 'the fonts': 'altered' });
  });

  it('bytes behind the end, which pdfsig still calls valid', () => {
    for (const more of [' ', '\n', '%%EOF', 'x'.repeat(5_000)]) {
      const longer = Buffer.concat([paper.bytes, Buffer.from(more)]);
      expect(verdictOf(longer)).toBe('appended');
    }
    expect(pdfsig(Buffer.concat([paper.bytes, Buffer.from(' ')]))).toContain('Signature is Valid');
  });

  it('an end cut off', () => {
    expect(verdictOf(Buffer.from(paper.bytes.subarray(0, -1)))).toBe('broken');
    expect(verdictOf(Buffer.from(paper.bytes.subarray(0, 2_000)))).toBe('unsealed');
  });

  it('an incremental update that draws over a page', () => {
    const updated = updatedBy(
      paper.bytes,
      `const page = pdf.getPage(0); page.drawRectangle({ x: 100, y: 600, width: 300, height: 40, color: rgb(1, 1, 1) });
       done(await pdf.save({ incremental: true }));`,
    );
    expect(updated.length).toBeGreaterThan(paper.bytes.length);
    expect(verdictOf(updated)).toBe('appended');
  });

  it('a second signature by another certificate', async () => {
    const { certificate, privateKey } = await makeCertificate(at);
    const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
    const updated = updatedBy(
      paper.bytes,
      `const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
       const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'));
       const key = await crypto.subtle.importKey('pkcs8', bytes('${base64(privateKey)}'), algorithm, false, ['sign']);
       const signer = new CryptoKeySigner(key, bytes('${base64(certificate)}'), 'RSA', 'RSASSA-PKCS1-v1_5');
       done((await pdf.sign({ signer })).bytes);`,
    );
    expect(pdfsig(updated).match(/Signature is Valid/g)).toHaveLength(2);
    expect(verifySeal(updated, known)).toMatchObject({
      verdict: 'appended',
      signatureSha256: verifySeal(paper.bytes, known).signatureSha256,
    });
    // Two signatures of others, such as those of a signing service, are not an update of ours.
    expect(verifySeal(updated, new Set()).verdict).toBe('foreign');
  });

  it('the seal of another certificate', async () => {
    expect(verdictOf((await sealed(await generatedKey())).bytes)).toBe('foreign');
  });

  it('a signature taken out', () => {
    const text = paper.bytes.toString('latin1');
    const without = Buffer.from(text.replace('/ByteRange', '/ByteRango'), 'latin1');
    expect(verdictOf(without)).toBe('unsealed');
    const emptied = Buffer.from(
      text.replace(/<3082[0-9A-F]+>/, (digits) => `<${'0'.repeat(digits.length - 2)}>`),
      'latin1',
    );
    expect(verdictOf(emptied)).toBe('broken');
  });

  it('the signature of another document', async () => {
    const other = await mill.seal({ paper: paperOf('worker-service'), key, at, timeStampUrl: undefined });
    if (!other.ok) throw new Error(other.fault);
    const digits = /<3082[0-9A-F]+>/;
    const taken = digits.exec(Buffer.from(other.bytes).toString('latin1'))?.[0] ?? '';
    const swapped = Buffer.from(paper.bytes.toString('latin1').replace(digits, taken), 'latin1');
    expect(swapped.length).toBe(paper.bytes.length);
    expect(verdictOf(swapped)).toBe('altered');
  });

  it('no PDF at all', () => {
    for (const bytes of ['', '%PDF-1.7', '/ByteRange [0 1 2 3]', '/ByteRange [0 9999999999 9999999999 1]'])
      expect(verdictOf(Buffer.from(bytes))).not.toBe('intact');
  });
});

describe('with a time stamp authority', () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await timeStampAuthority();
  });
  afterAll(() => authority.stop());

  it('the seal is PAdES B-T: its time is told by somebody else', async () => {
    authority.behave('well');
    const stamped = await sealed(key, authority.url);
    expect(stamped.level).toBe('B-T');
    const check = verifySeal(stamped.bytes, known);
    expect(check).toMatchObject({ verdict: 'intact', timeStamp: { authority: 'CN=Test time stamp authority' } });
    expect(Math.abs((check.timeStamp?.at.getTime() ?? 0) - Date.now())).toBeLessThan(3_600_000);
    expect(pdfsig(stamped.bytes)).toContain('Signature is Valid');
    expect(pdfsig(stamped.bytes)).toContain('Total document signed');
  });

  it('a changed token is found', async () => {
    const { bytes } = await sealed(key, authority.url);
    const text = bytes.toString('latin1');
    // The last bytes of the CMS are the authority's signature inside the token.
    const end = text.search(/(00)+>\n?\/?/);
    const changed = Buffer.from(bytes);
    const place = text.lastIndexOf('>', text.length) && end - 8;
    changed.write(changed.toString('latin1', place, place + 1) === 'A' ? 'B' : 'A', place, 'latin1');
    expect(verdictOf(changed)).not.toBe('intact');
  });

  it.each(['fault', 'wrong'] as const)('nothing is sealed without its token (%s)', async (manner) => {
    authority.behave(manner);
    const before = authority.answered();
    const order = { paper: paperOf('tax-agency'), key, at, timeStampUrl: authority.url };
    const outcome = await mill.seal(order).catch((error: unknown) => error);
    expect(authority.answered()).toBe(before + 1);
    expect(outcome).not.toMatchObject({ ok: true });
  });
});

describe('a configured certificate (PKCS #12)', () => {
  it('seals, under its own name', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'p12-'));
    try {
      const openssl = (...words: string[]): void => void execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
      openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'k.pem',
        '-out',
        'c.pem',
        '-days',
        '30',
        '-subj',
        '/CN=Configured seal',
      );
      openssl('x509', '-in', 'c.pem', '-outform', 'der', '-out', 'c.der');
      openssl('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-out', 'seal.p12', '-passout', 'pass:word');
      const fingerprint = fingerprintOf(readFileSync(path.join(folder, 'c.der')));
      const file = new Uint8Array(readFileSync(path.join(folder, 'seal.p12')));
      const { bytes } = await sealed({ kind: 'p12', fingerprint, file, passphrase: 'word' });
      expect(verifySeal(bytes, new Set([fingerprint])).verdict).toBe('intact');
      expect(pdfsig(bytes)).toContain('Common Name: Configured seal');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('seals a document of figures as it seals a contract', async () => {
  const seal = {
    at,
    certificateSerial: '00aa',
    certificateSubject: 'CN=test',
    origin: 'generated' as const,
    isTimeStamped: false,
  };
  const slip = { ...slipOf([sheetOf(1), sheetOf(2)]), seal };
  const result = await mill.sealSlip({ slip, key, at, timeStampUrl: undefined });
  if (!result.ok) throw new Error(result.fault);
  const bytes = Buffer.from(result.bytes);
  expect(verdictOf(bytes)).toBe('intact');
  expect(textOfPdf(bytes)).toContain('HD-2026-11-2');
  expect(readSlip(bytes)).toEqual({
    title: { zh: '付款回单', en: 'Payment receipt' },
    number: 'HD-2026-11-0042-1',
    madeAt: slip.madeAt,
  });
  expect(readSlip(Buffer.from((await sealed(key)).bytes))).toBeUndefined();
});
