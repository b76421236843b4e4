import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { admit, bootStrapi, type BootedStrapi, type TokenOwner } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { esignCallback } from './providers/esign-cn/esign-cn.fixture';

let booted: BootedStrapi;
let operator: string;
let worker: string;
let workerId: number;

beforeAll(async () => {
  Object.assign(process.env, {
    ESIGN_PROVIDER: 'sandbox',
    ESIGN_CODE: 'required',
    ESIGN_FLOWS_PER_SECOND: '100',
    // Credentials for call-backs only: nothing is asked of that service here.
    ESIGN_CN_APP_ID: '7439000001',
    ESIGN_CN_APP_SECRET: 'a-secret-of-the-test',
  });
  booted = await bootStrapi();
  operator = await booted.token('operator');
  const person = { name: '张三', identityNumber: '110101199003079999', phone: '13812340002' };
  workerId = (await post('/workers', person).expect(201)).body.id;
  await drain();
  worker = await booted.token('worker', { workerId });
}, 120_000);
afterAll(() => booted?.stop());

const drain = (): Promise<void> => jobsOf(booted.strapi).drain();
const post = (address: string, body: object, token = operator) =>
  booted.http.post(`/api/v1${address}`).set('Authorization', `Bearer ${token}`).send(body);
const get = (address: string, token = operator) =>
  booted.http.get(`/api${address}`).set('Authorization', `Bearer ${token}`);

/** What the link of a signed file opens, for staff: asked for, approved by somebody else, and taken. */
async function take(id: number) {
  const approval = await approvedFor(id);
  const answer = await post(`/contracts/${id}/signed-file`, { reason }).set('Approval', approval).expect(201);
  return booted.http.get(answer.body.url).responseType('blob').expect(200);
}

async function approvedFor(id: number, what = 'signed-file'): Promise<string> {
  const { body } = await post(`/contracts/${id}/${what}`, { reason }).expect(202);
  const manager = await booted.token('institution-manager');
  const at = `/approvals/${body.approval.id}`;
  const { seenSha256 } = (await get(`/v1${at}`, manager).expect(200)).body;
  expect((await post(`${at}/approve`, { seenSha256 }, manager).expect(200)).body.state).toBe('approved');
  return body.approval.id;
}

interface Sent {
  id: number;
  number: string;
  textSha256: string;
}

let year = 2026;
/** A contract that the worker was just sent. */
async function sent(template = 'tax-agency'): Promise<Sent> {
  year += 1;
  const term = { validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
  const scenarios = template === 'worker-service' ? { scenarios: ['*'] } : {};
  const body = { template, workerIds: [workerId], ...term, ...scenarios };
  await post('/contracts/batches', body).expect(202);
  await drain();
  return (await get('/v1/contracts?state=sent', worker).expect(200)).body.items[0];
}

const reason = '劳动仲裁举证需要';
const pdf = Buffer.from('%PDF-1.4\n% a paper, signed by 张三\n%%EOF\n');
/** One grey pixel with a text beside it, as a camera leaves one. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAHHRFWHRDb21tZW50AGEgbm90ZSBvZiB0aGUgZGV2aWNliMNVmAAAAApJREFUeJxjaAAAAIIAgXfNcrYAAAAASUVORK5CYII=',
  'base64',
);
const pdfOf = (id: number): Buffer => Buffer.concat([pdf, Buffer.from(`% of ${id}\n`)]);
function file(contractIds: unknown, bytes: Buffer, { token = operator, key }: { token?: string; key?: string } = {}) {
  const request = booted.http.post('/api/v1/contracts/signatures').set('Authorization', `Bearer ${token}`);
  if (key !== undefined) void request.set('Idempotency-Key', key);
  const ids = typeof contractIds === 'string' ? contractIds : JSON.stringify(contractIds);
  return request.field('contractIds', ids).attach('file', bytes, 'scan.bin');
}

describe('a code of will (意愿认证口令)', () => {
  it('is demanded, sent to the worker, and signs', async () => {
    const { id, textSha256 } = await sent();
    const bare = await post(`/contracts/${id}/sign`, { textSha256 }, worker).expect(409);
    expect(bare.body).toMatchObject({ code: 'signing-code-required', field: 'code' });
    await post(`/contracts/${id}/codes`, {}, operator).expect(403);
    const { body } = await post(`/contracts/${id}/codes`, {}, worker).expect(201);
    expect(body).toMatchObject({ sentTo: '138****0002', shownCode: expect.stringMatching(/^\d{6}$/) });
    expect((await post(`/contracts/${id}/codes`, {}, worker).expect(429)).headers['retry-after']).toBeDefined();
    const wrong = String((Number(body.shownCode) + 1) % 1_000_000).padStart(6, '0');
    const refused = await post(`/contracts/${id}/sign`, { textSha256, code: wrong }, worker).expect(422);
    expect(refused.body).toMatchObject({ code: 'signing-code-wrong', triesLeft: 4 });
    const signed = await post(`/contracts/${id}/sign`, { textSha256, code: body.shownCode }, worker).expect(200);
    expect(signed.body).toMatchObject({ state: 'signed', consentMethod: 'sms-code' });
    const { items } = (await get(`/v1/contracts/${id}/evidence`, worker).expect(200)).body;
    expect(items).toMatchObject([
      { method: 'sms-code', hasFile: false, proves: { zh: expect.stringContaining('不是可靠的电子签名') } },
    ]);
    await post(`/contracts/${id}/signed-file`, { reason }).expect(404);
  });
});

describe('a signature on paper', () => {
  it('needs a scan; its hash is evidence, its bytes are encrypted, and every download is audited', async () => {
    const { id } = await sent();
    await post('/contracts/signatures', { contractIds: [id] }).expect(415);
    await file([id], pdf).expect(202);
    await drain();
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const { items } = (await get(`/v1/contracts/${id}/evidence`).expect(200)).body;
    expect(items).toMatchObject([{ method: 'paper', fileSha256: sha256, hasFile: true }]);
    expect((await post(`/contracts/${id}/signed-file`, {}).expect(400)).body.code).toBe('reason-required');
    const download = await take(id);
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(download.headers['content-disposition']).toMatch(/^attachment; filename="[A-Z0-9-]+\.pdf"$/);
    expect(pdf.equals(download.body)).toBe(true);
    const stranger = await booted.token('worker', { workerId: workerId + 1 });
    await post(`/contracts/${id}/signed-file`, {}, stranger).expect(404);
    await post(`/contracts/${id}/signed-file`, { reason }, await booted.token('audit-admin')).expect(403);
    const rows = await booted.database.db.query(
      `SELECT reason FROM audit.published_entries WHERE action = 'contract.download-signed-file' AND subject_id = $1`,
      [String(id)],
    );
    expect(rows).toEqual([{ reason }]);
    expect(filesInClear()).toEqual([]);
  });

  it('is handed out by the approval of this file of this contract, and while it is the same file', async () => {
    const [{ id }, { id: other }] = [await sent(), await sent()];
    await file([id], pdfOf(id)).expect(202);
    await file([other], pdfOf(other)).expect(202);
    await drain();
    // Whoever asks for what is not sealed yet has it sealed.
    expect((await post(`/contracts/${id}/document`, { reason }).expect(409)).body.code).toBe('document-not-sealed');
    await drain();
    const approval = await approvedFor(id);
    const use = (path: string) => post(path, { reason }).set('Approval', approval);
    // The sealed document is another file, though its address takes the same words.
    expect((await use(`/contracts/${id}/document`).expect(403)).body.code).toBe('approval-unfit');
    expect((await use(`/contracts/${other}/signed-file`).expect(403)).body.code).toBe('approval-unfit');
    const second: TokenOwner & { serial: number } = { serial: 2 };
    const colleague = await booted.token('operator', second);
    const stolen = await post(`/contracts/${id}/signed-file`, { reason }, colleague).set('Approval', approval);
    expect([stolen.status, stolen.body.code]).toEqual([403, 'approval-unfit']);
    expect((await use(`/contracts/${id}/signed-file`).expect(201)).body.url).toMatch(/^\/api\//);
    expect((await use(`/contracts/${id}/signed-file`).expect(409)).body.code).toBe('approval-used');
  });

  it('that shows papers of several contracts is handed to none of their workers, and to staff who say why', async () => {
    const shared = Buffer.concat([pdf, Buffer.from('% and one of somebody else\n')]);
    const { id } = await sent();
    // The other one is refused, and yet its paper is in the scan.
    await file([id, 999_999], shared).expect(202);
    const { id: alone } = await sent();
    await file([alone], pdfOf(alone)).expect(202);
    const { id: again } = await sent();
    // The same bytes sent in once more are no other scan.
    await file([again], shared).expect(202);
    await drain();
    for (const [contractId, status] of [
      [id, 404],
      [again, 404],
      [alone, 201],
    ] as const) {
      await post(`/contracts/${contractId}/signed-file`, {}, worker).expect(status);
      const hasFile = status === 201;
      expect((await get(`/v1/contracts/${contractId}/evidence`, worker).expect(200)).body.items).toMatchObject([
        { hasFile },
      ]);
      const { evidence } = (await get(`/console/contracts/${contractId}`, worker).expect(200)).body;
      expect(evidence).toMatchObject([{ hasFile }]);
      expect((await get(`/v1/contracts/${contractId}/evidence`).expect(200)).body.items).toMatchObject([
        { hasFile: true },
      ]);
      await take(contractId);
    }
  });

  it('that staff noted without one takes its scan afterwards, once', async () => {
    const application = {
      name: '甲科技有限公司',
      uscc: '91110101MA00ABCD40',
      legalRepresentative: '王五',
      contactName: '赵六',
      contactPhone: '13812340001',
    };
    const { id: enterpriseId } = (await post('/enterprises', application).expect(201)).body;
    await admit(booted, enterpriseId);
    await drain();
    await post(`/enterprises/${enterpriseId}/sign`, {}).expect(200);
    await drain();
    const [contract] = (await get(`/v1/contracts?enterpriseId=${enterpriseId}`).expect(200)).body.items;
    const scan = () =>
      booted.http
        .post(`/api/v1/contracts/${contract.id}/scan`)
        .set('Authorization', `Bearer ${operator}`)
        .attach('file', pdf, 'scan.pdf');
    const { items } = (await scan().expect(200)).body;
    expect(items).toMatchObject([
      { method: 'paper', hasFile: false, signedAt: contract.signedAt },
      { method: 'paper', hasFile: true, signedAt: contract.signedAt },
    ]);
    expect((await scan().expect(409)).body.code).toBe('scan-not-wanted');
  });

  it.each([
    ['a sheet', Buffer.from('PK\x03\x04 no paper at all'), 422, 'file-kind-unknown'],
    ['a page', Buffer.from('<html><script></script></html>'), 422, 'file-kind-unknown'],
    ['nothing', Buffer.alloc(0), 422, 'file-kind-unknown'],
    ['too much', Buffer.concat([pdf, randomBytes(20 * 1024 * 1024)]), 413, 'file-too-large'],
    ['a picture that does not draw', png.subarray(0, 60), 422, 'picture-broken'],
    [
      'a script',
      Buffer.concat([Buffer.from('%PDF-1.4\n<</S/J#61vaScript/JS(app.alert(1))>>\n'), pdf.subarray(9)]),
      422,
      'pdf-active',
    ],
  ])('refuses %s', async (_what, bytes, status, code) => {
    const { body } = await file([1], bytes).expect(status);
    expect(body).toMatchObject({ code, field: 'file' });
  });

  it.each(['', '[]', '[0]', '{"a":1}', '[1', JSON.stringify(Array.from({ length: 501 }, (_, index) => index + 1))])(
    'refuses the list %.20s',
    async (ids) => {
      expect((await file(ids, pdf).expect(400)).body).toMatchObject({ code: 'contract-ids-invalid' });
    },
  );

  it('takes a PNG and a JPEG by their first bytes, and the same key once', async () => {
    const { id } = await sent();
    const first = await file([id], png, { key: 'scan-1' }).expect(202);
    const again = await file([id], png, { key: 'scan-1' }).expect(202);
    expect(again.body).toEqual(first.body);
    expect((await file([id], pdf, { key: 'scan-1' }).expect(409)).body.code).toBe('idempotency-key-reused');
    await drain();
    const download = await take(id);
    expect(download.headers['content-type']).toBe('image/png');
    expect(download.body.subarray(0, 4).equals(png.subarray(0, 4))).toBe(true);
    // What came beside the pixels is not handed out to anybody.
    expect(png.includes('a note of the device')).toBe(true);
    expect(download.body.includes('a note of the device')).toBe(false);
  });
});

describe('a reliable signature at a service', () => {
  let contract: Sent;

  it('is asked for by staff, opened on the queue, and listed', async () => {
    contract = await sent('worker-service');
    await post('/contracts/signature-requests', { contractIds: [contract.id] }, worker).expect(403);
    await post('/contracts/signature-requests', { contractIds: [contract.id] }).expect(202);
    await drain();
    // The bulk button is offered where a service is named here.
    expect((await get('/v1/signature-service').expect(200)).body).toEqual({ provider: 'sandbox' });
    await get('/v1/signature-service', worker).expect(403);
    const { items } = (await get('/v1/signature-requests?state=open').expect(200)).body;
    expect(items[0]).toMatchObject({
      contractNumber: contract.number,
      workerName: '张*',
      provider: 'sandbox',
      canRepeat: false,
    });
    const rows = await get('/console/signature-requests').expect(200);
    expect(rows.body[0]).toMatchObject({ contractNumber: contract.number, state: 'open', reminders: 0 });
    await get('/console/signature-requests', worker).expect(403);
    await post(`/signature-requests/${items[0].id}/repeat`, {}).expect(409);
    await post('/signature-requests/999999/repeat', {}).expect(404);
  });

  it('that failed is tried again by staff, once nothing else stands for the contract', async () => {
    const { id } = await sent('worker-service');
    const failed = await booted.database.db.one<{ id: bigint }>(
      `INSERT INTO e_sign.signature_requests (contract_id, reference, provider, state, fault_code, next_try_at, claimed_at, created_at,
         expires_at, asked_by, trace_id)
       VALUES ($1, 'LG-failed', 'sandbox', 'failed', 'SBX-9', now(), now() - interval '1 hour', now(), now() + interval '1 day',
         'test', 'test') RETURNING id`,
      [id],
    );
    await post(`/signature-requests/${failed.id}/repeat`, {}, worker).expect(403);
    const again = await post(`/signature-requests/${failed.id}/repeat`, {}).expect(200);
    expect(again.body).toMatchObject({ state: 'opening', canRepeat: false });
    await drain();
    const { items } = (await get('/v1/signature-requests?state=open').expect(200)).body;
    expect(items[0]).toMatchObject({ id: Number(failed.id), contractId: id });
    expect((await post(`/signature-requests/${failed.id}/repeat`, {}).expect(409)).body.code).toBe(
      'illegal-transition',
    );
  });

  it('is made by the worker where the service says, and its file is the signed original', async () => {
    await post(`/contracts/${contract.id}/sign-address`, {}, operator).expect(403);
    const { body } = await post(`/contracts/${contract.id}/sign-address`, {}, worker).expect(200);
    expect(body).toMatchObject({ provider: 'sandbox', url: '/console/contracts' });
    const decided = await post(`/contracts/${contract.id}/sandbox-decision`, { decision: 'signed' }, worker).expect(
      200,
    );
    expect(decided.body).toMatchObject({ state: 'signed' });
    const detail = (await get(`/console/contracts/${contract.id}`).expect(200)).body;
    expect(detail).toMatchObject({
      state: 'signed',
      consentMethod: 'provider',
      request: { state: 'signed' },
      signing: { code: 'required', provider: 'sandbox' },
      evidence: [{ method: 'provider', certificateSerial: expect.any(String), hasFile: true }],
    });
    const own = await post(`/contracts/${contract.id}/signed-file`, {}, worker).expect(201);
    const download = await booted.http.get(own.body.url).responseType('blob').expect(200);
    const sha256 = createHash('sha256').update(download.body).digest('hex');
    expect(sha256).toBe(detail.evidence[0].fileSha256);
    const upload = (bytes: Buffer) =>
      booted.http.post('/api/v1/contracts/verifications').attach('file', bytes, 'signed.pdf').expect(200);
    const verified = await upload(download.body);
    expect(verified.body).toMatchObject({
      verdict: 'signed-at-service',
      fileSha256: sha256,
      document: { contractNumber: contract.number },
    });
    expect(verified.text).not.toMatch(/张三|110101199003079999/);
    expect((await upload(Buffer.concat([download.body, Buffer.from('\n')]))).body.verdict).not.toBe(
      'signed-at-service',
    );
    await post(`/contracts/${contract.id}/sign-address`, {}, worker).expect(404);
  });
});

describe('the door for call-backs', () => {
  const knock = (provider: string, { body, headers, query }: ReturnType<typeof esignCallback>) => {
    const address = `/api/v1/e-sign/callbacks/${provider}?key=${query.get('key') ?? ''}`;
    return booted.http.post(address).set(headers).set('Content-Type', 'application/json').send(body.toString());
  };
  const message = (flowId: string, at = new Date()) => esignCallback(flowId, 'LG-1', at, new Map([['key', 'k']]));

  it('opens to the signature of the service only', async () => {
    const { contract_id } = await booted.database.db.one<{ contract_id: number }>(
      'SELECT max(id) + 1 AS contract_id FROM public.contracts',
    );
    await booted.database.db.query(
      `INSERT INTO e_sign.signature_requests (contract_id, reference, provider, state, flow_id, next_try_at, created_at, expires_at,
         asked_by, trace_id) VALUES ($1, 'LG-1', 'esign-cn', 'open', 'flow-1', now(), now(), now(), 'test', 'test')`,
      [contract_id],
    );
    const jobs = async (): Promise<number> =>
      (await booted.database.db.query(`SELECT 1 FROM jobs.runs WHERE name = 'e-sign.check-request'`)).length;
    const before = await jobs();
    const right = message('flow-1');
    await knock('esign-cn', { ...right, body: Buffer.from(right.body.toString().replace('"2"', '"7"')) }).expect(401);
    await knock('esign-cn', message('flow-1', new Date(Date.now() - 3_600_000))).expect(401);
    expect((await knock('esign-cn', message('flow-of-another')).expect(404)).body.code).toBe('not-found');
    expect(await jobs()).toBe(before);
    for (let times = 0; times < 2; times += 1) {
      expect((await knock('esign-cn', right).expect(200)).body).toEqual({ code: '200', msg: 'success' });
    }
    expect(await jobs()).toBe(before + 1);
  });

  it('does not open where no credentials are configured, nor to a body without end', async () => {
    expect((await knock('tencent-ess', message('flow-1')).expect(404)).body.code).toBe('not-found');
    const long = { ...message('flow-1'), body: Buffer.alloc(200_000, 'x') };
    await knock('esign-cn', long).expect(413);
  });
});

/** Files of the installation that hold a scan as it was sent. */
function filesInClear(): string[] {
  const root = process.env['LINGGONG_DATA'] ?? '';
  return filesBelow(root).filter((name) =>
    orGone(() => readFileSync(name), Buffer.alloc(0)).includes('a paper, signed by'),
  );
}

function filesBelow(folder: string): string[] {
  return orGone(() => readdirSync(folder, { withFileTypes: true }), []).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return entry.isFile() ? [name] : [];
  });
}

/** The server of all tests stands in the same folder, and their databases go while it is looked through. */
function orGone<T>(read: () => T, gone: T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return gone;
    throw error;
  }
}
