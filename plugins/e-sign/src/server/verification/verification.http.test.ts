import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { admit, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { paperOf } from '../documents/paper.fixture';
import { sheetOf, slipOf } from '../documents/slips/slip.fixture';
import { eSignOf, toolsOf } from '../services';

let booted: BootedStrapi;
let operator: string;
let contract: { id: number; number: string; enterpriseId: number };
let paper: Buffer;

const drain = (): Promise<void> => jobsOf(booted.strapi).drain();
const post = (path: string, body: object, token = operator) =>
  booted.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);

const upload = (bytes: Buffer, name = 'paper.pdf') =>
  booted.http.post('/api/v1/contracts/verifications').attach('file', bytes, name);

async function signedAgreement(): Promise<typeof contract> {
  const application = {
    name: '甲科技有限公司',
    uscc: '91110101MA00ABCD40',
    legalRepresentative: '王五',
    contactName: '赵六',
    contactPhone: '13812340001',
  };
  const { body } = await post('/enterprises', application).expect(201);
  await admit(booted, body.id);
  await drain();
  const own = await booted.token('enterprise', { enterpriseId: body.id });
  const listed = await booted.http.get('/api/v1/contracts').set('Authorization', `Bearer ${own}`).expect(200);
  const [sent] = listed.body.items;
  await post(`/contracts/${sent.id}/sign`, { textSha256: sent.textSha256 }, own).expect(200);
  return { id: sent.id, number: sent.number, enterpriseId: body.id };
}

const download = (token: string, body: object = {}) => post(`/contracts/${contract.id}/document`, body, token);
/** A second person says yes to what was asked; gives the number of the approval. */
async function approved({ status, body }: { status: number; body: { approval?: { id: string } } }): Promise<string> {
  expect(status).toBe(202);
  const manager = await booted.token('institution-manager');
  const id = body.approval?.id ?? '';
  const seen = await booted.http.get(`/api/v1/approvals/${id}`).set('Authorization', `Bearer ${manager}`).expect(200);
  const { seenSha256 } = seen.body;
  expect((await post(`/approvals/${id}/approve`, { seenSha256 }, manager).expect(200)).body.state).toBe('approved');
  return id;
}
const take = (url: string) => booted.http.get(url).responseType('blob').expect(200);

beforeAll(async () => {
  booted = await bootStrapi();
  operator = await booted.token('operator');
  contract = await signedAgreement();
}, 120_000);
afterAll(() => booted?.stop());

describe('the sealed document', () => {
  let own: string;
  beforeAll(async () => {
    own = await booted.token('enterprise', { enterpriseId: contract.enterpriseId });
  });

  it('is not there before it is sealed', async () => {
    expect((await download(own).expect(409)).body).toMatchObject({ code: 'document-not-sealed' });
    const { body } = await booted.http
      .get('/api/v1/contracts/sealing')
      .set('Authorization', `Bearer ${operator}`)
      .expect(200);
    expect(body).toMatchObject({ waiting: 1, faulty: 0, faults: [], timeStamped: false });
  });

  it('is downloaded by its party, and by staff who say why; each time audited', async () => {
    // The refused download has asked for it.
    await drain();
    const { url } = (await download(own).expect(201)).body;
    const answer = await take(url).expect('Content-Type', 'application/pdf');
    paper = answer.body;
    expect(paper.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${contract.number}.pdf"`);
    expect((await download(operator).expect(400)).body).toMatchObject({ code: 'reason-required' });
    const reason = '企业来电索取副本';
    const approval = await approved(await download(operator, { reason }));
    const forStaff = await download(operator, { reason }).set('Approval', approval).expect(201);
    expect(Buffer.compare((await take(forStaff.body.url)).body, paper)).toBe(0);
    expect((await download(operator, { reason }).set('Approval', approval).expect(409)).body.code).toBe(
      'approval-used',
    );
    const audits = await toolsOf(booted.strapi).db.query(
      `SELECT actor_role, reason FROM audit.published_entries WHERE action = 'contract-document.download' ORDER BY seq`,
    );
    expect(audits).toEqual([
      { actor_role: 'enterprise', reason: null },
      { actor_role: 'operator', reason: '企业来电索取副本' },
    ]);
  });

  it('is nobody else’s', async () => {
    const stranger = await booted.token('enterprise', { enterpriseId: contract.enterpriseId + 1 });
    await download(stranger).expect(404);
    await download(await booted.token('finance-officer'), { reason: '看看' }).expect(403);
    await download('nonsense').expect(401);
  });
});

/** Names, numbers and accounts of people and enterprises: none of them may be in a public answer. */
const private_ = /甲科技|91110101MA00ABCD40|王五|赵六|1381234|enterprise-cooperation-\d|workerName|enterpriseName/;

describe('verification by code', () => {
  const read = (code: string) => booted.http.get(`/api/v1/contract-verifications/${code}`);
  const codeOf = async (): Promise<string> =>
    (
      await toolsOf(booted.strapi).db.one<{ code: string }>(
        'SELECT code FROM e_sign.documents WHERE contract_id = $1',
        [contract.id],
      )
    ).code;

  it('needs no sign-in, and tells kind, state, seal and digest, and nobody', async () => {
    const code = await codeOf();
    const { body, text } = await read(code).expect(200);
    expect(body.document).toMatchObject({
      contractNumber: contract.number,
      kind: 'enterprise-cooperation',
      status: 'in-force',
      level: 'B-B',
      certificate: { origin: 'generated' },
    });
    expect(text).not.toMatch(private_);
    const printed = code.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
    expect((await read(printed).expect(200)).body).toEqual(body);
  });

  it.each(['abc', 'a'.repeat(32), '%27%20OR%201=1', 'a'.repeat(81)])('knows nothing of %p', async (code) => {
    expect([400, 404]).toContain((await read(code)).status);
  });

  it('tells of a revocation at once', async () => {
    await post(`/contracts/${contract.id}/revoke`, { reason: '双方协商终止' }).expect(200);
    expect((await read(await codeOf()).expect(200)).body.document.status).toBe('revoked');
  });
});

describe('verification by file', () => {
  it('calls our document intact, and tells its state and nobody', async () => {
    const { body, text } = await upload(paper).expect(200);
    expect(body).toMatchObject({
      verdict: 'intact',
      timeStamp: null,
      document: { contractNumber: contract.number, status: 'revoked' },
    });
    expect(text).not.toMatch(private_);
  });

  it('finds every change and still says which document it was', async () => {
    const changed = Buffer.from(paper);
    changed.writeUInt8((changed[3_000] ?? 0) ^ 0x01, 3_000);
    expect((await upload(changed).expect(200)).body).toMatchObject({
      verdict: 'altered',
      document: { contractNumber: contract.number },
    });
    expect((await upload(Buffer.concat([paper, Buffer.from('\n')])).expect(200)).body).toMatchObject({
      verdict: 'appended',
      document: { contractNumber: contract.number },
    });
  });

  it('calls a receipt of ours issued by its seal alone, and no contract that the register lacks', async () => {
    const madeAt = new Date('2026-11-27T03:00:00Z');
    const { seal: _seal, platformName: _name, ...wish } = slipOf([sheetOf(1)]);
    const receipt = await eSignOf(booted.strapi).makeSlip({ ...wish, madeAt });
    expect((await upload(receipt).expect(200)).body).toMatchObject({
      verdict: 'issued',
      document: null,
      slip: { title: { zh: '付款回单' }, number: 'HD-2026-11-0042-1', madeAt: madeAt.toISOString() },
    });
    const changed = Buffer.from(receipt);
    changed.writeUInt8((changed[3_000] ?? 0) ^ 0x01, 3_000);
    expect((await upload(changed).expect(200)).body).toMatchObject({ verdict: 'altered', slip: null });
    const longer = Buffer.concat([receipt, Buffer.from('\n')]);
    expect((await upload(longer).expect(200)).body).toMatchObject({ verdict: 'appended', slip: null });
    // Its keyword in a file that nobody sealed says nothing.
    const claimed = Buffer.from('%PDF-1.7\n1 0 obj <</Keywords (linggong-slip)>> endobj\n%%EOF');
    expect((await upload(claimed).expect(200)).body).toMatchObject({ verdict: 'unsealed', slip: null });
  });

  it('does not pass a contract sealed with our key whose digest nobody wrote down', async () => {
    const { mill, seal } = toolsOf(booted.strapi);
    const at = new Date();
    const { key } = await seal.active(at);
    const result = await mill.seal({ paper: paperOf('tax-agency'), key, at, timeStampUrl: undefined });
    if (!result.ok) throw new Error(result.fault);
    const { body } = await upload(Buffer.from(result.bytes)).expect(200);
    expect(body).toMatchObject({ verdict: 'unregistered', document: null, slip: null });
  });

  it('knows what is not ours', async () => {
    expect((await upload(Buffer.from('%PDF-1.7\n%%EOF')).expect(200)).body).toMatchObject({
      verdict: 'unsealed',
      document: null,
    });
  });

  it('takes PDFs of at most 10 MB, and nothing else', async () => {
    expect((await upload(Buffer.from('PK\u0003\u0004 zip')).expect(400)).body.code).toBe('not-a-pdf');
    expect((await upload(Buffer.alloc(0)).expect(400)).body.code).toBe('not-a-pdf');
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 0x20);
    large.write('%PDF-1.7');
    expect((await upload(large).expect(413)).body.code).toBe('document-too-large');
    await booted.http.post('/api/v1/contracts/verifications').send({}).expect(415);
  });

  it('stores nothing of what it is sent', async () => {
    const before = await readdir(os.tmpdir());
    const { count } = await toolsOf(booted.strapi).db.one<{ count: number }>('SELECT count(*)::int FROM vault.files');
    await upload(paper).expect(200);
    expect(
      (await readdir(os.tmpdir())).filter((name) => !before.includes(name) && /upload|multipart/i.test(name)),
    ).toEqual([]);
    expect(await toolsOf(booted.strapi).db.one('SELECT count(*)::int FROM vault.files')).toEqual({ count });
  });
});

describe('what anybody may call', () => {
  it('reads one file of an address at a time, and says so in words of its own', async () => {
    const server = booted.strapi.server.httpServer.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '1000' };
    const path = '/api/v1/contracts/verifications';
    const slow = ask({ host: '127.0.0.1', port, method: 'POST', path, headers }).on('error', () => undefined);
    slow.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    const until = async (status: number) => {
      for (let tries = 0; tries < 15; tries += 1) {
        const answer = await upload(paper);
        if (answer.status === status) return answer;
        await setTimeout(100);
      }
      throw new Error(`never ${status}`);
    };
    const refused = await until(503);
    expect(refused.body.code).toBe('verification-busy');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    slow.destroy();
    await until(200);
  });

  const statuses = async (times: number, once: () => PromiseLike<{ status: number }>): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < times; index += 1) found.push((await once()).status);
    return found;
  };

  it('is slowed down, whatever address the caller claims to have', async () => {
    const read = (index: number) =>
      booted.http.get('/api/v1/contract-verifications/abc').set('X-Forwarded-For', `198.51.100.${index}`);
    let index = 0;
    expect((await statuses(125, () => read((index += 1)))).at(-1)).toBe(429);
    expect((await statuses(22, () => upload(Buffer.from('%PDF-1.7')))).at(-1)).toBe(429);
    expect(Number((await upload(Buffer.from('%PDF-1.7'))).headers['retry-after'])).toBeGreaterThan(0);
  });
});
