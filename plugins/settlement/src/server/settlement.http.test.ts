import { createDatabase, databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { person, registerPeople, type Person } from './people.fixture';
import { csv, newEnterprise, newTask, rowOf } from './settlement.fixture';

let app: BootedStrapi;
let tokens: Record<'operator' | 'enterprise' | 'stranger' | 'approver' | 'officer' | 'worker', string>;
let enterpriseId: number;
let other: number;
const people: Person[] = Array.from({ length: 6 }, (_, serial) => person(serial));
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  enterpriseId = await newEnterprise(db, command, 'E-1');
  other = await newEnterprise(db, command, 'E-2');
  const workerIds = await registerPeople(db, vaultOf(app.strapi), people);
  await newTask(db, enterpriseId, 'TK-1', workerIds, 100_000_000n);
  tokens = {
    operator: await app.token('operator'),
    enterprise: await app.token('enterprise', { enterpriseId }),
    stranger: await app.token('enterprise', { enterpriseId: other }),
    approver: await app.token('finance-approver'),
    officer: await app.token('finance-officer'),
    worker: await app.token('worker', { workerId: workerIds[0] ?? 0 }),
  };
}, 240_000);
afterAll(() => app.stop());

const as = (who: keyof typeof tokens) => ({ Authorization: `Bearer ${tokens[who]}` });
const api = '/api/v1';
let sheets = 0;

/** A sheet that pays each of the people an amount; the remark makes it another file each time. */
function sheet(amounts: readonly string[]): Buffer {
  sheets += 1;
  return Buffer.from(
    csv(amounts.map((amount, index) => rowOf(people[index] ?? person(index), 'TK-1', amount, `${sheets}`))),
  );
}

async function quoted(amounts: readonly string[]): Promise<number> {
  const answer = await app.http
    .post(`${api}/settlement-batches?enterpriseId=${enterpriseId}`)
    .set(as('operator'))
    .attach('file', sheet(amounts), { filename: '十一月配送费.csv', contentType: 'text/csv' })
    .expect(202);
  await jobsOf(app.strapi).drain();
  return answer.body.batch.id;
}

describe('POST /settlement-batches', () => {
  it('takes a sheet, answers with the batch and the job to follow, and is seen by its enterprise alone', async () => {
    const answer = await app.http
      .post(`${api}/settlement-batches`)
      .set(as('enterprise'))
      .attach('file', sheet(['100.00', 'x']), { filename: '发放.csv', contentType: 'text/csv' })
      .expect(202);
    expect(answer.body.batch).toMatchObject({ state: 'uploaded', enterpriseId, lineCount: 2, fileName: '发放.csv' });
    await jobsOf(app.strapi).drain();
    const { id } = answer.body.batch;
    const { body } = await app.http.get(`${api}/settlement-batches/${id}`).set(as('enterprise')).expect(200);
    expect(body).toMatchObject({ state: 'quoted', counts: { ready: 1, blocked: 1 }, quote: { version: 1 } });
    await app.http.get(`${api}/settlement-batches/${id}`).set(as('stranger')).expect(404);
    await app.http.get(`${api}/settlement-batches/${id}/lines`).set(as('stranger')).expect(404);
    await app.http.get(`${api}/settlement-batches/${id}`).set(as('worker')).expect(403);
    expect(answer.body.job.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes JSON lines, and refuses fields it does not know', async () => {
    const [one] = people;
    const line = {
      name: one?.name,
      identityNumber: one?.identityNumber,
      cardNumber: one?.cardNumber,
      taskNumber: 'TK-1',
      amountFen: 12_345,
    };
    const answer = await app.http
      .post(`${api}/settlement-batches`)
      .set(as('enterprise'))
      .send({ lines: [line] })
      .expect(202);
    await jobsOf(app.strapi).drain();
    const { body } = await app.http.get(`${api}/settlement-batches/${answer.body.batch.id}`).set(as('enterprise'));
    expect(body).toMatchObject({ state: 'quoted', figures: { grossFen: 12_345, feeFen: 741 } });
    const refused = await app.http
      .post(`${api}/settlement-batches`)
      .set(as('enterprise'))
      .send({ lines: [{ ...line, bonus: 1 }] })
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'input-invalid', field: 'lines.0.bonus' });
    await app.http
      .post(`${api}/settlement-batches`)
      .set({ ...as('enterprise'), 'Content-Type': 'application/json' })
      .send('{"lines": [')
      .expect(400);
  });

  it.each<[string, () => Buffer, number, string]>([
    ['an empty file', () => Buffer.alloc(0), 422, 'sheet-empty'],
    ['a header only', () => Buffer.from(csv([])), 422, 'sheet-header-only'],
    ['a missing column', () => Buffer.from('姓名,证件号码\n张三,1\n'), 422, 'sheet-columns'],
    ['a broken workbook', () => Buffer.from('504b0304deadbeef', 'hex'), 422, 'sheet-broken'],
    ['33 MB', () => Buffer.alloc(33_600_000, 'a'), 413, 'sheet-too-large'],
  ])('refuses %s in both languages', async (_name, bytes, status, code) => {
    const send = (language: string) =>
      app.http
        .post(`${api}/settlement-batches`)
        .set({ ...as('enterprise'), 'Accept-Language': language })
        .attach('file', bytes(), { filename: 'a.csv' });
    const chinese = await send('zh-CN').expect(status);
    const english = await send('en').expect(status);
    expect(chinese.body.code).toBe(code);
    expect(chinese.body.title ?? chinese.body.detail).not.toBe(english.body.title ?? english.body.detail);
  });

  it('refuses a form without a file, a body of another kind, a role that may not, and nobody', async () => {
    const post = () => app.http.post(`${api}/settlement-batches?enterpriseId=${enterpriseId}`);
    expect((await post().set(as('operator')).field('columns', '{}').expect(400)).body.code).toBe('file-missing');
    await post().set(as('operator')).set('Content-Type', 'text/plain').send('hello').expect(415);
    await post()
      .set(as('officer'))
      .attach('file', sheet(['1.00']), { filename: 'a.csv' })
      .expect(403);
    await post()
      .attach('file', sheet(['1.00']), { filename: 'a.csv' })
      .expect(401);
    await post()
      .set(as('stranger'))
      .attach('file', sheet(['1.00']), { filename: 'a.csv' })
      .expect(404);
    await app.http
      .post(`${api}/settlement-batches`)
      .set(as('operator'))
      .attach('file', sheet(['1.00']), { filename: 'a.csv' })
      .expect(400);
  });

  it('refuses the same file twice, unless it is meant', async () => {
    const bytes = sheet(['1.00']);
    const send = (query = '') =>
      app.http
        .post(`${api}/settlement-batches${query}`)
        .set(as('enterprise'))
        .attach('file', bytes, { filename: 'a.csv' });
    await send().expect(202);
    expect((await send().expect(409)).body.code).toBe('sheet-already-uploaded');
    await send('?again=true').expect(202);
    await jobsOf(app.strapi).drain();
  });

  it('maps unknown columns once and remembers them', async () => {
    const bytes = (remark: string) => {
      const [header = [], row = []] = [
        ['员工', '证件号码', '银行卡号', '任务编号', '应发金额', '部门'],
        [people[0]?.name ?? '', people[0]?.identityNumber ?? '', people[0]?.cardNumber ?? '', 'TK-1', '9.00', remark],
      ];
      return Buffer.from(`${header.join(',')}\n${row.join(',')}\n`);
    };
    const send = () => app.http.post(`${api}/settlement-batches`).set(as('enterprise'));
    const refused = await send().attach('file', bytes('1'), { filename: 'a.csv' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'sheet-columns', unknown: ['员工', '部门'], missing: ['姓名'] });
    await send()
      .field('columns', JSON.stringify({ 员工: 'name', 部门: null }))
      .attach('file', bytes('1'), { filename: 'a.csv' })
      .expect(202);
    await send().attach('file', bytes('2'), { filename: 'a.csv' }).expect(202);
    await jobsOf(app.strapi).drain();

    const known = `${api}/enterprises/${enterpriseId}/sheet-headings`;
    const items = [
      { title: '部门', column: null },
      { title: '员工', column: 'name' },
    ];
    expect((await app.http.get(known).set(as('enterprise')).expect(200)).body).toEqual({ items });
    const change = { items: [{ title: '部门', column: 'remark' }] };
    const changed = await app.http.post(known).set(as('enterprise')).send(change).expect(200);
    expect(changed.body.items[0]).toEqual({ title: '部门', column: 'remark' });
    await app.http
      .post(known)
      .set(as('enterprise'))
      .send({ items: [{ title: '邮箱', column: null }] })
      .expect(404);
    await app.http.get(known).set(as('stranger')).expect(404);
    await app.http.get(known).set(as('worker')).expect(403);
  });
});

describe('the preview', () => {
  it('shows lines with every reason, groups with a remedy, a trace, a timeline, and what may be done next', async () => {
    const id = await quoted(['12000.00', '-5', '200000.01']);
    const get = async (path: string) =>
      (await app.http.get(`${api}/settlement-batches/${id}${path}`).set(as('enterprise')).expect(200)).body;
    const lines = await get('/lines');
    expect(lines.items.map((line: { state: string }) => line.state)).toEqual(['ready', 'blocked', 'held']);
    expect((await get('/lines?state=held')).items).toHaveLength(1);
    expect((await get('/lines?blocker=amount-negative')).items.map((line: { rowNo: number }) => line.rowNo)).toEqual([
      3,
    ]);
    const { groups } = await get('/blockers');
    expect(groups.map((group: { code: string }) => group.code)).toEqual(['risk-hold', 'amount-negative']);
    const trace = await app.http.get(`${api}/settlement-lines/${lines.items[0].id}`).set(as('enterprise')).expect(200);
    expect(trace.body.trace.length).toBeGreaterThan(1);
    expect((await get('/timeline')).items.map((step: { event: string }) => step.event)).toEqual(['quoted', 'uploaded']);
    const own = await get('');
    const { effect } = own.nextActions.find((next: { action: string }) => next.action === 'confirm');
    expect(effect).toMatchObject({ blockedLines: 1, heldLines: 1, excludedLines: 0 });
    // Of the blocked line the amount cannot be read.
    expect(effect).toMatchObject({ blockedFen: 0, heldFen: 20_000_001, excludedFen: 0 });
    const actions = Object.fromEntries(
      own.nextActions.map((next: { action: string; enabled: boolean }) => [next.action, next.enabled]),
    );
    expect(actions).toEqual({ confirm: false, recheck: true, 'edit-line': true, 'exclude-lines': true, cancel: true });
    expect(own.blockers.map((blocker: { code: string }) => blocker.code)).toEqual(['deposit-insufficient']);
  });

  it('corrects a line in place and excludes the rest', async () => {
    const id = await quoted(['100.00', '-5', '1e5']);
    const { body } = await app.http
      .get(`${api}/settlement-batches/${id}/lines?state=blocked`)
      .set(as('enterprise'))
      .expect(200);
    const [first] = body.items;
    const patch = (cells: object) =>
      app.http.patch(`${api}/settlement-lines/${first.id}`).set(as('enterprise')).send(cells);
    await patch({ amountFen: 500, bonus: 1 }).expect(400);
    await patch({ amountFen: 500 }).expect(202);
    await jobsOf(app.strapi).drain();
    await app.http
      .post(`${api}/settlement-batches/${id}/exclusions`)
      .set(as('enterprise'))
      .send({ blocker: 'amount-format', reason: '重复录入' })
      .expect(202);
    await jobsOf(app.strapi).drain();
    const after = await app.http.get(`${api}/settlement-batches/${id}`).set(as('enterprise')).expect(200);
    expect(after.body).toMatchObject({
      counts: { ready: 2, blocked: 0, excluded: 1 },
      figures: { grossFen: 10_500 },
      quoteVersion: 3,
    });
  });
});

describe('from deposit to paid orders', () => {
  it('records a deposit once, confirms by the enterprise, releases by the approver, and shows orders with their trace', async () => {
    const pay = { enterpriseId, bankSerial: 'B-1', amountFen: 100_000_000, payerName: '湖南测试企业E-1' };
    const post = (body: object) => app.http.post(`${api}/deposits`).set(as('officer')).send(body);
    // No line of a statement stands behind it: a finance approver looks at it, however it is cut up.
    const asked = await post(pay).expect(202);
    expect((await app.http.get(`${api}/deposits`).set(as('enterprise')).expect(200)).body.items).toEqual([]);
    await approveAs(app, 'finance-approver', asked.body.approval.id);
    const [first] = (await app.http.get(`${api}/deposits`).set(as('enterprise')).expect(200)).body.items;
    expect(first).toMatchObject({ bankSerial: 'B-1', amountFen: 100_000_000 });
    const third = await newEnterprise(databaseOf(app.strapi), command, 'E-3');
    const small = { ...pay, enterpriseId: third, payerName: '湖南测试企业E-3', amountFen: 6_000_000 };
    await post({ ...small, bankSerial: 'S-1' }).expect(201);
    await post({ ...small, bankSerial: 'S-2' }).expect(202);
    const atOnce = Array.from({ length: 4 }, (_, n) => post({ ...small, amountFen: 4_000_000, bankSerial: `T-${n}` }));
    const codes = (await Promise.all(atOnce)).map(({ status, body }) => body.code ?? status);
    expect([codes.filter((code) => code === 201).length, codes.filter((code) => code === 500)]).toEqual([1, []]);
    // What the bank tells itself is nobody's word.
    const superuser = createDatabase({ connectionString: app.database.superuserUrl, max: 1 });
    await superuser.query(
      `SET session_replication_role = replica;
       INSERT INTO channels.bank_files (id, channel, direction, kind, name, sha256, bytes, vault_file, state, way, at)
       VALUES (900, 'test', 'in', 'camt.053', 'by-the-host.xml', decode(repeat('00', 32), 'hex'), 1, gen_random_uuid(), 'applied', 'folder', now());
       INSERT INTO channels.statement_lines (channel, account, bank_serial, direction, amount_fen, booked_at, booked_on, remark, reversal, file_id)
       SELECT 'test', sub_account_number, 'L-1', 'credit', 70000000, now(), (now() + interval '8 hours')::date, '', false, 900
         FROM public.enterprise_accounts WHERE enterprise_id = ${third}`,
    );
    await superuser.close();
    await post({ ...small, bankSerial: 'L-1', amountFen: 70_000_000 }).expect(201);
    expect((await post(pay).expect(201)).body.id).toBe(first.id);
    expect((await post({ ...pay, amountFen: 5 }).expect(409)).body.code).toBe('deposit-serial-reused');
    for (const beyond of [2_147_483_648, 99_999_999_999]) await post({ ...pay, enterpriseId: beyond }).expect(400);
    const early = { ...pay, bankSerial: 'B-2', receivedAt: '2024-01-01T00:00:00Z' };
    expect((await post(early).expect(422)).body.code).toBe('deposit-received-at');
    const foreign = await app.http.get(`${api}/deposits`).set(as('stranger')).expect(200);
    expect(foreign.body.items).toEqual([]);

    const id = await quoted(['60000.00', '60000.00']);
    const confirm = (who: keyof typeof tokens, key: string) =>
      app.http
        .post(`${api}/settlement-batches/${id}/confirm`)
        .set({ ...as(who), 'Idempotency-Key': key })
        .send({ quoteVersion: 1 });
    await confirm('operator', 'k0').expect(403);
    await confirm('stranger', 'k0').expect(404);
    const confirmed = await confirm('enterprise', 'k1').expect(200);
    expect(confirmed.body).toMatchObject({
      state: 'confirmed',
      releaseRule: 'finance-approver',
      orders: { confirmed: { count: 2 } },
    });
    expect((await confirm('enterprise', 'k1').expect(200)).body).toEqual(confirmed.body);
    expect((await confirm('enterprise', 'k2').expect(409)).body.code).toBe('illegal-transition');
    await app.http.post(`${api}/settlement-batches/${id}/release`).set(as('officer')).send({}).expect(403);
    await app.http.post(`${api}/settlement-batches/${id}/release`).set(as('approver')).send({}).expect(202);
    await jobsOf(app.strapi).drain();
    await jobsOf(app.strapi).tick('channels.poll');
    await jobsOf(app.strapi).drain();
    const done = await app.http.get(`${api}/settlement-batches/${id}`).set(as('enterprise')).expect(200);
    expect(done.body).toMatchObject({ state: 'completed', orders: { paid: { count: 2 } } });

    const orders = await app.http.get(`${api}/orders?batchId=${id}&state=paid`).set(as('enterprise')).expect(200);
    expect(orders.body.items).toHaveLength(2);
    const own = await app.http.get(`${api}/orders`).set(as('worker')).expect(200);
    expect(own.body.items.map((order: { workerNameMasked: string }) => order.workerNameMasked)).toEqual([
      expect.stringMatching(/^.\*+$/),
    ]);
    const detail = await app.http.get(`${api}/orders/${orders.body.items[0].id}`).set(as('operator')).expect(200);
    expect(detail.body.trace.length).toBeGreaterThan(1);
    await app.http.get(`${api}/orders/${orders.body.items[0].id}`).set(as('stranger')).expect(404);

    const papers = [
      [`/orders/${orders.body.items[0].id}/receipt`, /^HD-/],
      [`/settlement-batches/${id}/receipts`, /^HD-/],
      [`/settlement-batches/${id}/statement`, /^JS-/],
      [`/enterprises/${enterpriseId}/month-statement?month=2026-11`, /^DZ-2026-11-/],
    ] as const;
    for (const [path, number] of papers) {
      const paper = await app.http
        .get(api + path)
        .set(as('enterprise'))
        .expect(200);
      expect([paper.type, paper.body.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
      expect(/filename="(.*)\.pdf"/.exec(paper.headers['content-disposition'] ?? '')?.[1]).toMatch(number);
      // Sealed as contracts are.
      expect(paper.body.includes('ETSI.CAdES.detached')).toBe(true);
      const verified = await app.http
        .post(`${api}/contracts/verifications`)
        .attach('file', paper.body, 'paper.pdf')
        .expect(200);
      expect(verified.body).toMatchObject({ verdict: 'issued', slip: { number: expect.stringMatching(number) } });
      await app.http
        .get(api + path)
        .set(as('stranger'))
        .expect(404);
    }
    await app.http.get(`${api}/orders/${own.body.items[0].id}/receipt`).set(as('worker')).expect(200);
    await app.http.get(`${api}/settlement-batches/${id}/receipts`).set(as('worker')).expect(403);
  });
});

describe('the console', () => {
  it.each(['settlement-batches', 'settlement-lines', 'orders', 'deposits'])(
    'lists %s with totals, own rows only',
    async (name) => {
      const all = await app.http.get(`/api/console/${name}?range=[0,4]`).set(as('operator')).expect(200);
      expect(all.body.length).toBeGreaterThan(0);
      expect(all.headers['content-range']).toMatch(new RegExp(`^${name} 0-`));
      const foreign = await app.http.get(`/api/console/${name}`).set(as('stranger')).expect(200);
      expect(foreign.body).toEqual([]);
    },
  );

  it('filters lines by blocker and shows a batch with its next actions', async () => {
    const filter = encodeURIComponent(JSON.stringify({ blocker: 'amount-negative' }));
    const lines = await app.http.get(`/api/console/settlement-lines?filter=${filter}`).set(as('operator')).expect(200);
    expect(lines.body.length).toBeGreaterThan(0);
    const batch = await app.http
      .get(`/api/console/settlement-batches/${lines.body[0].batchId}`)
      .set(as('operator'))
      .expect(200);
    expect(batch.body.nextActions).toBeDefined();
  });
});

it('keeps an enterprise from leaving while its batches are open', async () => {
  const { body } = await app.http
    .post(`${api}/enterprises/${enterpriseId}/offboard`)
    .set(as('operator'))
    .send({ reason: '停止合作' })
    .expect(409);
  expect(body).toMatchObject({ code: 'enterprise-has-open-batches' });
});
