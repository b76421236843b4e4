import { randomUUID } from 'node:crypto';
import { clockOf, createDatabase, databaseOf, systemCommand, type Database } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { trialBalance } from '@linggong/ledger';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople } from './people.fixture';
import { csv, nameOf, newEnterprise, newTask, rowOf } from './settlement.fixture';

/** A worker is registered, paid, leaves, asks to be forgotten – and years later nobody knows any more who he was (PIPL art. 47). */
let app: BootedStrapi;
let db: Database;
let superuser: Database;
let leaverId = 0;
let contractId = 0;
let requestId = 0;
const leaver = person(0);
const stayer = person(1);

beforeAll(async () => {
  app = await bootStrapi();
  db = databaseOf(app.strapi);
  superuser = createDatabase({ connectionString: app.database.superuserUrl, max: 2 });
  const [first = 0, second = 0] = await registerPeople(db, vaultOf(app.strapi), [leaver, stayer]);
  leaverId = first;
  await db.query(`UPDATE public.workers SET source = 'staff'`);
  await payBoth([first, second]);
  await keepMore();
  await keepShown();
}, 300_000);
afterAll(async () => {
  await superuser?.close();
  await app?.stop();
});

const as = async (role: string, own = {}) => ({ Authorization: `Bearer ${await app.token(role, own)}` });
const post = async (path: string, body: object, role: string, own = {}) =>
  app.http
    .post(`/api/v1${path}`)
    .set(await as(role, own))
    .send(body);
const get = async (path: string, role: string, own = {}) => app.http.get(`/api${path}`).set(await as(role, own));

async function payBoth(workerIds: readonly number[]): Promise<void> {
  const command = systemCommand('test', new Date(), 'test');
  const enterpriseId = await newEnterprise(db, command, 'E-1');
  await newTask(db, enterpriseId, 'TK-1', workerIds, 100_000_000n);
  const deposit = { enterpriseId, bankSerial: 'B-1', amountFen: 10_000_000, payerName: nameOf('E-1') };
  expect((await post('/deposits', deposit, 'finance-officer')).status).toBe(201);
  const sheet = csv([rowOf(leaver, 'TK-1', '12000.00', '十一月酬劳'), rowOf(stayer, 'TK-1', '8000.00')]);
  const headers = await as('enterprise', { enterpriseId });
  const { body } = await app.http
    .post('/api/v1/settlement-batches')
    .set(headers)
    .attach('file', Buffer.from(sheet), { filename: '发放.csv' })
    .expect(202);
  await jobsOf(app.strapi).drain();
  const batch = `/api/v1/settlement-batches/${body.batch.id}`;
  await app.http.post(`${batch}/confirm`).set(headers).send({ quoteVersion: 1 }).expect(200);
  await jobsOf(app.strapi).drain();
  await run('channels.poll');
  expect(await db.query('SELECT state FROM public.orders ORDER BY row_no')).toEqual([
    { state: 'paid' },
    { state: 'paid' },
  ]);
}

/** What his life leaves beside payments: a contract in his name, a check of his identity, an account. */
async function keepMore(): Promise<void> {
  const contract = await db.one<{ id: number }>('SELECT id FROM public.contracts WHERE worker_id = $1', [leaverId]);
  contractId = contract.id;
  await db.query(
    `INSERT INTO e_sign.contract_texts (contract_id, facts, subject, name_sealed, identity_sealed, text_hash)
     SELECT $2, '{}', identity_blind, name_sealed, identity_sealed, repeat('0', 64) FROM public.workers WHERE id = $1`,
    [leaverId, contractId],
  );
  await db.query(
    `INSERT INTO e_sign.consents (contract_id, party, act, method, at, address, text_hash, actor_name, trace_id)
     VALUES ($1, 'worker', 'sign', 'click', now(), '203.0.113.77', repeat('0', 64), 'worker#1', 'test')`,
    [contractId],
  );
  await db.query(
    `INSERT INTO public.real_name_checks (code, kind, subject_kind, worker_id, provider, outcome, evidence, checked_at)
     SELECT 'RN-1', 'identity', 'worker', id, 'sandbox', 'match', jsonb_build_object('requestId', 'r', 'asked',
       jsonb_build_object('identity', identity_blind, 'name', name_blind)), now() FROM public.workers WHERE id = $1`,
    [leaverId],
  );
}

/** What second persons were shown of him (审批), and of the one who stays. */
async function keepShown(): Promise<void> {
  await app.token('worker', { workerId: leaverId });
  const masked = vaultOf(app.strapi).mask('bank-card', leaver.cardNumber);
  await superuser.query(
    `INSERT INTO access.approvals (id, mode, resource, action, route, subject_kind, subject_id, subject_label, state, maker_name, before, after,
       view_sha256, deciders, asked_at, expires_at, ended_at)
     SELECT gen_random_uuid(), 'replay', s.kind, 'test', 'POST /test', s.kind, s.id, 'shown', 'expired', 'test', jsonb_build_object('masked', s.masked),
       jsonb_build_object('masked', s.masked), repeat('0', 64), '{institution-manager}', now(), now(), now()
     FROM (
       SELECT 'sensitive-field' AS kind, format('worker:%s:phone@3', $1::int) AS id, $2::text AS masked
       UNION ALL SELECT 'sensitive-field', format('worker:%s:phone@3', $1::int + 1), 'another'
       UNION ALL SELECT 'sensitive-field', format('bank-card:%s:card@3', c.id), $2 FROM public.bank_cards c WHERE c.worker_id = $1
       UNION ALL SELECT 'account', u.id::text, $2 FROM public.up_users u WHERE u.worker_id = $1
       UNION ALL SELECT 'account', lower(u.username), $2 FROM public.up_users u WHERE u.worker_id = $1) s`,
    [leaverId, masked],
  );
}

const stillShown = () =>
  superuser.query<{ id: string }>(
    `SELECT subject_id AS id FROM access.approvals WHERE subject_label = 'shown' AND (before IS NOT NULL OR after IS NOT NULL)`,
  );

/** A job of a schedule, at the product's time. */
async function run(name: 'vault.retain' | 'channels.poll'): Promise<void> {
  const jobs = jobsOf(app.strapi);
  const { now } = clockOf(app.strapi);
  const queue = name === 'vault.retain' ? 'maintenance' : 'payments';
  await db.transaction((tx) =>
    jobs.enqueue(tx, { queue, name, key: randomUUID(), payload: {} }, systemCommand('test', now(), 'test')),
  );
  await jobs.drain();
}

/** Everything that tells of a person: what he is in clear, by his index entries, in his ciphertexts, and masked. */
async function canariesOf(workerId: number, one: typeof leaver): Promise<string[]> {
  const vault = vaultOf(app.strapi);
  const rows = await superuser.query<{ texts: string[] }>(
    `SELECT ARRAY[w.identity_blind, w.phone_blind, w.name_blind, w.name_sealed, w.identity_sealed, w.phone_sealed, w.identity_masked,
       c.card_blind, c.card_sealed, c.holder_sealed, c.card_masked, encode(decode(c.card_sealed, 'base64'), 'hex')] AS texts
     FROM public.workers w JOIN public.bank_cards c ON c.worker_id = w.id WHERE w.id = $1`,
    [workerId],
  );
  const clear = [one.name, one.identityNumber, one.phone, one.cardNumber];
  const masks = [vault.mask('bank-card', one.cardNumber)];
  return [...clear, ...masks, '203.0.113.77', ...rows.flatMap(({ texts }) => texts)];
}

/** Tables of every schema with a row that says one of the texts, as a dump would have it. */
async function placesOf(texts: readonly string[]): Promise<string[]> {
  const tables = await superuser.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { hit } = await superuser.one<{ hit: boolean }>(
      `SELECT EXISTS (SELECT FROM ${name} t CROSS JOIN unnest($1::text[]) AS s (said) WHERE strpos(t::text, s.said) > 0) AS hit`,
      [texts],
    );
    if (hit) found.push(name);
  }
  return found;
}

/** What the books say, to the fen. */
async function books() {
  const sums = await superuser.query(
    `SELECT 'orders' AS what, count(*) AS rows, sum(gross_fen) AS a, sum(net_fen) AS b, sum(income_tax_fen + vat_fen + surcharge_fen) AS c
     FROM public.orders
     UNION ALL SELECT 'tax', count(*), sum(gross_fen), sum(income_fen), sum(income_tax_fen) FROM public.tax_records
     UNION ALL SELECT 'periods', count(*), sum(gross_fen), sum(income_fen), sum(income_tax_fen) FROM public.tax_periods
     UNION ALL SELECT 'payouts', count(*), sum(amount_fen), 0, 0 FROM public.payouts ORDER BY 1`,
  );
  return { sums, ledger: await trialBalance(db, new Date('2100-01-01T00:00:00Z')) };
}

const lockOf = () =>
  db.maybeOne<{ keepsUntil: Date | null; erasedAt: Date | null }>(
    'SELECT keeps_until AS "keepsUntil", erased_at AS "erasedAt" FROM parties.locked_people WHERE worker_id = $1',
    [leaverId],
  );

/** A hold on what he stands in keeps him, also when no file does. */
async function keepsWhoStandsInWhatIsHeld(): Promise<void> {
  const { batch, enterprise } = await db.one<{ batch: number; enterprise: number }>(
    'SELECT id AS batch, enterprise_id AS enterprise FROM public.settlement_batches',
  );
  const held = [
    ['contract', contractId],
    ['settlement-batch', batch],
    ['enterprise', enterprise],
  ] as const;
  for (const [kind, id] of held) {
    await db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ($1, $2, '诉讼', 'test', now())`,
      [kind, id],
    );
    await run('vault.retain');
    expect([kind, await lockOf()]).toEqual([kind, { keepsUntil: expect.any(Date), erasedAt: null }]);
    await db.query(
      `UPDATE vault.legal_holds SET ended_at = now(), ended_by = 'test', end_reason = '结案' WHERE ended_at IS NULL`,
    );
  }
}

describe('a worker who leaves', () => {
  it('is locked at once: no list, page, search or unmasking of staff knows him, and he himself goes on seeing himself', async () => {
    const before = await post('/workers/search', { phone: leaver.phone }, 'operator');
    expect(before.body.items).toHaveLength(1);
    const asked = await post('/data-requests', { kind: 'deletion', asked: '请删除我的信息' }, 'worker', {
      workerId: leaverId,
    });
    requestId = asked.body.id;
    const leave = await post(`/workers/${leaverId}/deregister`, { reason: '本人申请' }, 'worker', {
      workerId: leaverId,
    });
    expect(leave.status).toBe(200);
    await jobsOf(app.strapi).drain();
    for (const search of [
      { phone: leaver.phone },
      { identityNumber: leaver.identityNumber },
      { cardNumber: leaver.cardNumber },
    ])
      expect((await post('/workers/search', search, 'operator')).body.items).toEqual([]);
    for (const text of [leaver.phone, leaver.identityNumber, 'W-0'])
      expect((await post('/subjects/search', { kind: 'worker', text }, 'risk-officer')).body.items).toEqual([]);
    for (const role of ['operator', 'archivist', 'institution-manager', 'regulator']) {
      expect((await get(`/v1/workers/${leaverId}`, role)).status).toBe(404);
      expect((await get(`/console/workers/${leaverId}`, role)).status).toBe(404);
      expect((await get(`/v1/audit/timelines/worker/${leaverId}`, role)).status).toBe(404);
      const listed = await get('/console/workers', role);
      expect(listed.body.map(({ id }: { id: number }) => id)).not.toContain(leaverId);
    }
    expect((await get(`/v1/audit/timelines/worker/${leaverId}`, 'audit-admin')).status).toBe(200);
    expect((await get('/console/bank-cards', 'operator')).body).toHaveLength(1);
    expect((await get(`/v1/workers/${leaverId}/consents`, 'operator')).status).toBe(404);
    const unmask = { subject: { kind: 'worker', id: leaverId }, field: 'phone', reason: '核对来电人是否本人' };
    expect((await post('/sensitive-fields/unmask', unmask, 'operator')).status).toBe(404);
    const own = await get(`/v1/workers/${leaverId}`, 'worker', { workerId: leaverId });
    expect(own.body).toMatchObject({ state: 'deregistered', name: expect.stringContaining('*') });
    const again = { name: leaver.name, identityNumber: leaver.identityNumber, phone: leaver.phone };
    expect(JSON.stringify((await post('/workers', again, 'operator')).body)).toContain('W-0');
  });

  it('shows until when the law has him kept, and by which terms, without who he is', async () => {
    const { completed } = await db.one<{ completed: Date }>(
      `SELECT completed_at AT TIME ZONE 'UTC' AS completed FROM public.settlement_batches`,
    );
    const until = new Date(completed);
    until.setUTCFullYear(until.getUTCFullYear() + 30);
    expect(await lockOf()).toEqual({ keepsUntil: until, erasedAt: null });
    const shown = await get(`/console/locked-workers/${leaverId}`, 'customer-service');
    expect(shown.body).toMatchObject({ number: 'W-0', state: 'deregistered', keepsUntil: until.toISOString() });
    expect(shown.body.terms.map((term: { class: string }) => term.class).sort()).toEqual([
      'contract-paper',
      'payee-identity',
      'payout-sheet',
      'taxpayer-identity',
      'worker-record',
    ]);
    expect(shown.text).not.toContain('*');
    const answered = await post(
      `/data-requests/${requestId}/answer`,
      { outcome: '已锁定，期满清除' },
      'customer-service',
    );
    expect(answered.body).toMatchObject({ state: 'answered', keepsUntil: until.toISOString(), erasedAt: null });
    const own = await get(`/v1/data-requests/${requestId}`, 'worker', { workerId: leaverId });
    expect(own.body.keepsUntil).toBe(until.toISOString());
  });

  it('is looked at only by who keeps, leads or supervises, with a reason, and each look is an entry', async () => {
    const look = (role: string, body: object) => post(`/locked-workers/${leaverId}/look`, body, role);
    expect((await look('operator', { reason: '看看' })).status).toBe(403);
    expect((await look('archivist', {})).status).toBe(400);
    const seen = await look('archivist', { reason: '法院调取' });
    expect(seen.body).toMatchObject({ number: 'W-0', identity: expect.stringContaining('********') });
    const entries = await superuser.query(
      `SELECT reason, actor_role AS role FROM audit.entries WHERE action = 'worker.look-locked' AND subject_id = $1`,
      [String(leaverId)],
    );
    expect(entries).toEqual([{ reason: '法院调取', role: 'archivist' }]);
  });

  it('is erased when the last term is over, and not before, and not under a hold; the books stay to the fen', async () => {
    const canaries = await canariesOf(leaverId, leaver);
    const kept = await canariesOf(leaverId + 1, stayer);
    const before = { books: await books(), places: await placesOf(canaries) };
    // The search finds him where he is: otherwise it proved nothing afterwards.
    expect(before.places).toEqual(
      expect.arrayContaining([
        'channels.payees',
        'e_sign.consents',
        'e_sign.contract_parties',
        'e_sign.contract_texts',
        'public.bank_cards',
        'public.real_name_checks',
        'public.workers',
        'settlement.lines',
      ]),
    );
    await superuser.query(
      `INSERT INTO access.holder_contacts (account_id, phone_sealed) SELECT id, '\\x00' FROM public.up_users WHERE worker_id = $1`,
      [leaverId],
    );
    expect(await stillShown()).toHaveLength(5);
    const { keepsUntil } = (await lockOf()) ?? {};
    const end = keepsUntil?.getTime() ?? 0;
    const days = (count: number): Date => new Date(end + count * 86_400_000);

    clockOf(app.strapi).moveTo(days(-1));
    await run('vault.retain');
    expect((await lockOf())?.erasedAt).toBeNull();

    clockOf(app.strapi).moveTo(days(1));
    const hold = await post('/legal-holds', { subject: { kind: 'worker', id: leaverId }, reason: '诉讼' }, 'archivist');
    await run('vault.retain');
    expect((await lockOf())?.erasedAt).toBeNull();
    const ending = await post(`/legal-holds/${hold.body.id}/end`, { reason: '结案' }, 'archivist');
    const asked = `/approvals/${ending.body.approval.id}`;
    const { seenSha256 } = (await get(`/v1${asked}`, 'institution-manager')).body;
    expect((await post(`${asked}/approve`, { seenSha256 }, 'institution-manager')).status).toBe(200);
    await keepsWhoStandsInWhatIsHeld();
    clockOf(app.strapi).moveTo(days(2));
    await run('vault.retain');
    expect((await lockOf())?.erasedAt?.getTime()).toBeGreaterThan(days(2).getTime() - 1);

    expect(await books()).toEqual(before.books);
    expect(await stillShown()).toEqual([{ id: `worker:${leaverId + 1}:phone@3` }]);
    // The log is one chain and holds masks, never more: it is the one place that still has some.
    const left = (await placesOf(canaries)).filter((name) => !name.startsWith('audit.'));
    expect(left).toEqual([]);
    expect(await placesOf(kept)).toEqual(expect.arrayContaining(['public.workers', 'public.bank_cards']));
    await expect(
      db.query(`UPDATE public.workers SET state = 'registered' WHERE id = $1`, [leaverId]),
    ).rejects.toThrow();
  });

  it('leaves a certificate of what was destroyed, and an account nobody signs in with', async () => {
    const [certificate] = (await get('/console/destructions', 'archivist')).body;
    expect(certificate).toMatchObject({ class: 'person', people: 1 });
    const { body } = await get(`/console/destructions/${certificate.id}`, 'archivist');
    const rows = Object.fromEntries(body.items.map((item: { what: string; rows: number }) => [item.what, item.rows]));
    expect(rows).toMatchObject({
      workers: 1,
      cards: 1,
      lines: 1,
      orders: 1,
      payees: 1,
      'contract-texts': 1,
      checks: 1,
    });
    expect(rows.accounts).toBeGreaterThan(0);
    expect(body.subjects).toMatchObject([{ number: 'W-0' }]);
    const accounts = await superuser.query<{ username: string; blocked: boolean }>(
      'SELECT username, blocked FROM public.up_users WHERE worker_id = $1',
      [leaverId],
    );
    for (const account of accounts)
      expect(account).toMatchObject({ username: expect.stringMatching(/^erased-\d+$/), blocked: true });
    expect(accounts.length).toBeGreaterThan(0);
    expect(await superuser.query('SELECT FROM access.holder_contacts')).toEqual([]);
    const shown = await get(`/v1/data-requests/${requestId}`, 'customer-service');
    expect(shown.body).toMatchObject({ asked: '***', outcome: '***', erasedAt: expect.any(String) });
    const entries = await superuser.query(
      `SELECT FROM audit.entries WHERE action = 'person.erase' AND subject_id = $1`,
      [String(leaverId)],
    );
    expect(entries).toHaveLength(1);
    for (const sql of ['UPDATE vault.destructions SET people = 2', 'DELETE FROM vault.destroyed_people'])
      await expect(superuser.query(sql)).rejects.toThrow(/only added/);
  });
});
