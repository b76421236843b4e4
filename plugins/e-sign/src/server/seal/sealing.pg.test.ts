import { createHash } from 'node:crypto';
import { renderContractPdf } from '../documents/render-contract';
import { sealedDocumentOf } from '../documents/document-rows';
import { pdfsig, textOfPdf } from '../documents/poppler.fixture';
import { at, command, eSignWorld, type ESignWorld } from '../e-sign.fixture';
import { MillClosed } from '../mill/mill';
import { verifyFile } from '../verification/verify-file';
import { verifySeal } from '../verification/verify-seal';
import { sealCertificates } from './certificate-rows';
import { generatedSeal } from './generated-seal';
import { makeCertificate } from './make-certificate';
import { placeSealing, runSealing, runSealJob, sealJob, sweepDocuments, type SealingPayload } from './seal-job';
import { createSealSource } from './seal-source';
import { timeStampAuthority } from './time-stamp-authority.fixture';
import { countUnsealed } from './unsealed';
import { coveredRead } from '@linggong/audit';

let world: ESignWorld;
beforeAll(async () => {
  world = await eSignWorld();
  world.jobs.handle(sealJob, ({ payload, progress }, given) =>
    // Written by placeSealing and sweepDocuments.
    runSealJob(world.tools, given, payload as SealingPayload, progress),
  );
}, 120_000);
afterAll(() => world?.stop());

const noProgress = async (): Promise<void> => undefined;

/** Signed service agreements, one a worker. */
async function signed(count: number, name?: string): Promise<number[]> {
  const workerIds = await world.workers(count, name === undefined ? {} : { name });
  const request = {
    templateCode: 'tax-agency',
    enterpriseId: null,
    scenarios: [],
    validFrom: '2026-11-01',
    validTo: '2027-10-31',
  };
  const { sent } = await world.test.db.transaction((tx) => world.eSign.sendToWorkers(tx, command, request, workerIds));
  const ids = sent.map(({ contractId }) => contractId);
  await world.test.db.transaction((tx) => world.eSign.sign(tx, command, ids, 'click'));
  return ids;
}

async function bytesOf(contractId: number): Promise<Buffer> {
  const document = await sealedDocumentOf(world.test.db, contractId);
  if (document === undefined) throw new Error(`contract ${contractId} is not sealed`);
  const parts: Buffer[] = [];
  for await (const part of world.tools.vault.getFile(document.fileId, coveredRead('restore', ['file'])))
    parts.push(part);
  return Buffer.concat(parts);
}

const known = async (): Promise<Set<string>> =>
  new Set((await sealCertificates(world.test.db)).map(({ fingerprint }) => fingerprint));

describe('a signed contract', () => {
  it('is printed, sealed and kept encrypted, with its digest', async () => {
    const [id = 0] = await signed(1, '欧阳䶮');
    await runSealing(world.tools, command, [id], noProgress);
    const bytes = await bytesOf(id);
    const document = await sealedDocumentOf(world.test.db, id);
    expect(document).toMatchObject({ level: 'B-B', bytes: bytes.length, sealedAt: at });
    expect(document?.fileSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(verifySeal(bytes, await known()).verdict).toBe('intact');
    expect(pdfsig(bytes)).toContain('Total document signed');
    expect(textOfPdf(bytes)).toContain('欧阳䶮');
    const file = await world.test.db.one('SELECT kind, content_type, subject, bytes FROM vault.files WHERE id = $1', [
      document?.fileId,
    ]);
    expect(file).toEqual({
      kind: 'contract-document',
      content_type: 'application/pdf',
      subject: `contract:${id}`,
      bytes: BigInt(bytes.length),
    });
  });

  it('is audited and told once', async () => {
    const [id = 0] = await signed(1);
    for (const _ of [1, 2]) await runSealing(world.tools, command, [id], noProgress);
    const audits = await world.test.db.query(
      `SELECT action FROM audit.published_entries WHERE action = 'contract-document.seal' AND subject_id = $1`,
      [String(id)],
    );
    expect(audits).toHaveLength(1);
    const events = await world.test.db.query(
      `SELECT 1 FROM jobs.events WHERE type = 'e-sign.document.sealed' AND key = $1`,
      [`contract-${id}`],
    );
    expect(events).toHaveLength(1);
  });

  it('gives the same unsealed paper each time, with the code that the sealed one carries', async () => {
    const [id = 0] = await signed(1);
    const first = await renderContractPdf(world.tools, world.test.db, command, id);
    const again = await renderContractPdf(world.tools, world.test.db, command, id);
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    await runSealing(world.tools, command, [id], noProgress);
    const { code } = await world.test.db.one<{ code: string }>(
      'SELECT code FROM e_sign.documents WHERE contract_id = $1',
      [id],
    );
    for (const text of [textOfPdf(first), textOfPdf(await bytesOf(id))]) expect(text).toContain(code.toUpperCase());
  });

  it('never changes once it is sealed', async () => {
    const [id = 0] = await signed(1);
    await runSealing(world.tools, command, [id], noProgress);
    for (const change of ["file_hash = repeat('0', 64)", 'sealed_at = now()', "state = 'rendered'"])
      await expect(
        world.test.db.query(`UPDATE e_sign.documents SET ${change} WHERE contract_id = $1`, [id]),
      ).rejects.toThrow(/never changed|已封存/);
  });
});

describe('sealing on the queue', () => {
  it('does at once what one person signed, and leaves a large set to the sweep', async () => {
    const few = await signed(2);
    const many = await signed(25);
    await world.test.db.transaction((tx) => placeSealing(world.tools, tx, command, few));
    await world.test.db.transaction((tx) => placeSealing(world.tools, tx, command, many));
    await world.jobs.drain();
    expect((await countUnsealed(world.test.db)).waiting).toBe(25);
    for (const _ of [1, 2]) await sweepDocuments(world.tools, command);
    const runs = await world.test.db.query(`SELECT 1 FROM jobs.runs WHERE name = $1 AND key = 'sweep'`, [sealJob]);
    expect(runs).toHaveLength(1);
    await world.jobs.drain();
    expect(await countUnsealed(world.test.db)).toEqual({ waiting: 0, faulty: 0 });
    await sweepDocuments(world.tools, command);
    expect(await world.test.db.query(`SELECT 1 FROM jobs.runs WHERE state = 'waiting'`)).toHaveLength(0);
  });

  it('goes on where it was killed, and seals nothing twice', async () => {
    const ids = await signed(45);
    let calls = 0;
    const failing = {
      ...world.tools,
      mill: {
        ...world.tools.mill,
        seal: (order: Parameters<typeof world.tools.mill.seal>[0]) => {
          calls += 1;
          return calls > 30 ? Promise.reject(new MillClosed('killed')) : world.tools.mill.seal(order);
        },
      },
    };
    await expect(runSealing(failing, command, ids, noProgress)).rejects.toThrow('killed');
    expect((await countUnsealed(world.test.db)).waiting).toBe(25);
    expect(await runSealing(world.tools, command, ids, noProgress)).toEqual({ sealed: 25, faulty: 0 });
    const { files } = await world.test.db.one<{ files: number }>(
      `SELECT count(*)::int AS files FROM vault.files WHERE subject = ANY($1)`,
      [ids.map((id) => `contract:${id}`)],
    );
    expect(files).toBe(45);
  });

  it('is done once where two processes do it', async () => {
    const ids = await signed(3);
    const outcomes = await Promise.allSettled([1, 2].map(() => runSealing(world.tools, command, ids, noProgress)));
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await countUnsealed(world.test.db)).waiting).toBe(0);
    const rows = await world.test.db.query('SELECT 1 FROM vault.files WHERE subject = ANY($1)', [
      ids.map((id) => `contract:${id}`),
    ]);
    expect(rows).toHaveLength(3);
  });
});

describe('what cannot be sealed', () => {
  it('is noted by the code point, shown as faulty, tried again later, and holds up nothing else', async () => {
    const [odd = 0] = await signed(1, '张\u{31350}');
    const [plain = 0] = await signed(1);
    expect(await runSealing(world.tools, command, undefined, noProgress)).toEqual({ sealed: 1, faulty: 1 });
    expect(await sealedDocumentOf(world.test.db, plain)).toBeDefined();
    const row = await world.test.db.one<{ fault: string; attempts: number }>(
      'SELECT fault, attempts FROM e_sign.documents WHERE contract_id = $1',
      [odd],
    );
    expect(row).toEqual({ fault: 'unprintable U+31350', attempts: 1 });
    expect(await countUnsealed(world.test.db)).toEqual({ waiting: 1, faulty: 1 });
    // One minute is not over; two are.
    const later = (minutes: number) => ({ ...command, at: new Date(at.getTime() + minutes * 60_000) });
    expect(await runSealing(world.tools, later(1), undefined, noProgress)).toEqual({ sealed: 0, faulty: 0 });
    expect(await runSealing(world.tools, later(3), undefined, noProgress)).toEqual({ sealed: 0, faulty: 1 });
    await expect(renderContractPdf(world.tools, world.test.db, command, odd)).rejects.toMatchObject({
      code: 'contract-character-unprintable',
      extra: { codePoints: ['U+31350'] },
    });
  });
});

describe('a time stamp', () => {
  it('is told of an intact file only: in another its authority is anybody’s writing', async () => {
    const authority = await timeStampAuthority();
    authority.behave('well');
    const [id = 0] = await signed(1);
    const stamping = { ...world.tools, seal: { ...world.tools.seal, timeStampUrl: authority.url } };
    expect(await runSealing(stamping, command, [id], noProgress)).toEqual({ sealed: 1, faulty: 0 });
    await authority.stop();
    const bytes = await bytesOf(id);
    expect(await verifyFile(world.test.db, bytes, at)).toMatchObject({
      verdict: 'intact',
      timeStamp: { authority: 'CN=Test time stamp authority' },
    });
    const longer = Buffer.concat([bytes, Buffer.from(' ')]);
    expect(await verifyFile(world.test.db, longer, at)).toMatchObject({ verdict: 'appended', timeStamp: null });
  });
});

describe('a paper that breaks the mill', () => {
  it('is noted and holds up nothing; who asks for it does not wait for the next try', async () => {
    const ids = await signed(3);
    const [broken = 0] = ids;
    const failing = {
      ...world.tools,
      mill: {
        ...world.tools.mill,
        seal: (order: Parameters<typeof world.tools.mill.seal>[0]) =>
          order.paper.contractId === broken ? Promise.reject(new Error('a thread died')) : world.tools.mill.seal(order),
      },
    };
    expect(await runSealing(failing, command, ids, noProgress)).toEqual({ sealed: 2, faulty: 1 });
    const { fault } = await world.test.db.one<{ fault: string }>(
      'SELECT fault FROM e_sign.documents WHERE contract_id = $1',
      [broken],
    );
    expect(fault).toBe('seal-failed');
    // Not due yet for a run of the queue; a person who wants it does not wait.
    expect(await runSealing(world.tools, command, [broken], noProgress)).toEqual({ sealed: 0, faulty: 0 });
    await placeSealing(world.tools, world.test.db, command, [broken], 'asked');
    await world.jobs.drain();
    expect(await sealedDocumentOf(world.test.db, broken)).toBeDefined();
  });
});

describe('the certificate of the seal', () => {
  const days = (count: number): Date => new Date(at.getTime() + count * 86_400_000);
  const make = (when: Date) => generatedSeal(world.test.db, world.tools.vault, { ...command, at: when });

  it('is made once, however many processes start', async () => {
    const made = await Promise.all([make(at), make(at), make(at)]);
    expect(new Set(made.map(({ certificate }) => certificate.id)).size).toBe(1);
    const canary = made[0]?.key.kind === 'generated' ? Buffer.from(made[0].key.privateKey) : Buffer.alloc(0);
    expect(canary.length).toBeGreaterThan(1_000);
    const { held } = await world.test.db.one<{ held: boolean }>(
      'SELECT bool_or(position($1::bytea IN certificate) > 0) AS held FROM e_sign.seal_certificates',
      [canary.subarray(-64, -16)],
    );
    expect(held).toBe(false);
  });

  it('is succeeded before it ends; what the old one sealed still verifies', async () => {
    const [id = 0] = await signed(1);
    await runSealing(world.tools, command, [id], noProgress);
    const before = await make(days(3 * 365 - 91));
    const after = await make(days(3 * 365 - 89));
    expect(before.certificate.retiredAt).toBeNull();
    expect(after.certificate.id).not.toBe(before.certificate.id);
    const [youngest, older] = await sealCertificates(world.test.db);
    expect([youngest?.retiredAt, older?.retiredAt]).toEqual([null, days(3 * 365 - 89)]);
    expect(verifySeal(await bytesOf(id), await known())).toMatchObject({
      verdict: 'intact',
      fingerprint: before.certificate.fingerprint,
    });
  });

  it('is refused where it is configured and out of its time', async () => {
    const { certificate } = await makeCertificate(at);
    const source = createSealSource({
      db: () => world.test.db,
      vault: () => world.tools.vault,
      mill: { certificateOf: async () => certificate },
      settings: { p12: { file: __filename, passphrase: 'word' }, timeStampUrl: undefined },
    });
    expect((await source.active(at)).certificate).toMatchObject({ origin: 'configured', keyFile: null });
    await expect(source.active(days(4 * 365))).rejects.toMatchObject({ status: 503, code: 'seal-certificate-expired' });
  });
});
