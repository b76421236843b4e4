import { createDatabase, databaseOf, systemCommand, type Database } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { ensureEnterpriseAccounts } from '@linggong/ledger';
import { finalizeTaxes, PLATFORM_GROUP, quoteTaxes, reserveTaxes, voidTaxes, type TaxLine } from '@linggong/tax';

const command = systemCommand('tax-test', new Date('2026-02-10T02:00:00Z'), 'trace-1');

let app: BootedStrapi;
let db: Database;
let orderIds: number[];
const tokens = new Map<string, string>();

beforeAll(async () => {
  app = await bootStrapi();
  db = databaseOf(app.strapi);
  await insertParties();
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, [1, 2]));
  const roles = ['tax-officer', 'finance-officer', 'operator', 'system-admin', 'institution-manager'];
  for (const role of roles) tokens.set(role, await app.token(role));
  tokens.set('enterprise', await app.token('enterprise', { enterpriseId: 1 }));
  tokens.set('other enterprise', await app.token('enterprise', { enterpriseId: 2 }));
  tokens.set('worker', await app.token('worker', { workerId: 1 }));
  tokens.set('other worker', await app.token('worker', { workerId: 2 }));
  orderIds = [await pay('2026-01-10', 1), await pay('2026-02-10', 2), await pay('2026-02-10', 3)];
  await finalizeTaxes(db, orderIds.slice(0, 2), command);
}, 240_000);
afterAll(() => app.stop());

/** Rows of other plugins that records point at: past their foreign keys, for only their ids matter here. */
async function insertParties(): Promise<void> {
  const owner = createDatabase({ connectionString: app.database.superuserUrl, max: 1 });
  await owner.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(`INSERT INTO public.enterprises (id, number, name, uscc, state)
      VALUES (1, 'E-1', '甲', 'U1', 'active'), (2, 'E-2', '乙', 'U2', 'active')`);
    await tx.query(`INSERT INTO public.workers (id, number, name_sealed, name_blind, name_masked, identity_sealed, identity_blind,
        phone_sealed, phone_blind, vat_role, resident, state, real_name_state)
      SELECT n, 'W-' || n, 'x', 'n' || n, '张*', 'x', 'i' || n, 'x', 'p' || n, 'platform-files', true, 'active', 'verified'
        FROM generate_series(1, 2) n`);
    await tx.query(`INSERT INTO public.orders (id, number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id,
        row_no, confirmed_at, state, amount_fen, fee_mode, fee_timing, tax_bearer, returned_fee, gross_fen, fee_fen, vat_fen, surcharge_fen, income_tax_fen, receivable_fen,
        collected_fen, net_fen)
      SELECT n, 'O-' || n, 1, 1, 1, 1, 1, 1, n, now(), 'confirmed', 1, 'on-top', 'with-payment', 'worker', 'give-back', 1, 0, 0, 0, 0, 0, 0, 1 FROM generate_series(1, 8) n`);
  });
  await owner.close();
}

async function pay(day: string, orderId: number, workerId = 1, payer = 1, grossFen = 1_000_000n): Promise<number> {
  const line: TaxLine = {
    lineKey: String(orderId),
    workerId,
    grossFen,
    vatRole: 'platform-files',
    urbanMaintenanceRate: 70_000n,
  };
  const { lines } = await quoteTaxes(db, { groupCode: PLATFORM_GROUP, enterpriseId: payer, day, lines: [line] });
  const [quoted] = lines;
  if (!quoted?.ok) throw new Error('quoted');
  const { figures, stateVersion } = quoted;
  const lineOf = { ...line, orderId, quoted: figures, stateVersion };
  const request = { groupCode: PLATFORM_GROUP, day, enterpriseId: payer, lines: [lineOf] };
  await db.transaction((tx) => reserveTaxes(tx, request, command));
  return orderId;
}

const as = (who: string): string => `Bearer ${tokens.get(who) ?? ''}`;
const get = (path: string, who: string) => app.http.get(path).set('Authorization', as(who));
const post = (path: string, who: string, body: object) => app.http.post(path).set('Authorization', as(who)).send(body);

describe('POST /api/v1/tax/simulations', () => {
  const path = '/api/v1/tax/simulations';
  const example = {
    regime: 'platform-labor',
    gapPolicy: 'reset',
    vat: { role: 'platform-files', urbanMaintenanceRate: '0.07' },
    payments: [{ paidOn: '2026-01-10', grossFen: 15_000_000 }],
  };
  const answered = {
    payments: [
      {
        paidOn: '2026-01-10',
        grossFen: 15_000_000,
        vatFen: 148_515,
        urbanMaintenanceFen: 5_198,
        educationFen: 2_228,
        localEducationFen: 1_485,
        incomeFen: 14_851_485,
        months: 1,
        rate: '0.10',
        incomeTaxFen: 886_119,
        netFen: 13_956_455,
        taxReceivableFen: 0,
        trace: [],
      },
    ],
    totals: { grossFen: 15_000_000, vatFen: 148_515, surchargesFen: 8_911, incomeTaxFen: 886_119, netFen: 13_956_455 },
  };

  it('answers the example of the design to the letter', async () => {
    const { status, body } = await post(path, 'worker', { ...example, trace: false });
    expect(status).toBe(200);
    expect(body).toEqual(answered);
  });

  it('says in both languages how the tax came about', async () => {
    const { body } = await post(path, 'tax-officer', example);
    const [payment] = body.payments;
    expect({ ...payment, trace: [] }).toEqual(answered.payments[0]);
    expect(payment.trace.map(({ kind }: { kind: string }) => kind)).toEqual(['vat', 'payment']);
    expect(payment.trace[1]).toMatchObject({ taxableFen: 11_381_188, rate: '0.10', quickFen: 252_000, months: 1 });
    expect(payment.trace[1].text.zh).toContain('累计收入 148,514.85');
    expect(payment.trace[1].article.zh).toContain('2025年第16号');
  });

  it.each([
    [
      'a date that goes back',
      {
        payments: [
          { paidOn: '2026-02-10', grossFen: 1 },
          { paidOn: '2026-02-09', grossFen: 1 },
        ],
      },
      422,
      'payments[1].paidOn',
    ],
    ['a day that is none', { payments: [{ paidOn: '2026-02-30', grossFen: 1 }] }, 400, 'payments[0].paidOn'],
    ['nothing', { payments: [{ paidOn: '2026-02-10', grossFen: 0 }] }, 400, 'payments[0].grossFen'],
    ['an unknown field', { payments: [{ paidOn: '2026-02-10', grossFen: 1, gross: 2 }] }, 400, 'payments[0].gross'],
    [
      'sums beyond what JSON can hold',
      { payments: Array.from({ length: 1000 }, () => ({ paidOn: '2026-02-10', grossFen: 10_000_000_000_000 })) },
      422,
      'payments[900].grossFen',
    ],
    [
      'relief beyond what JSON can sum',
      { payments: [{ paidOn: '2026-02-10', grossFen: 1, reliefFen: Number.MAX_SAFE_INTEGER }] },
      422,
      'payments[0].reliefFen',
    ],
    [
      'a day for which the law has no threshold yet',
      {
        payments: [
          { paidOn: '2027-12-10', grossFen: 1 },
          { paidOn: '2028-01-10', grossFen: 1 },
        ],
      },
      422,
      'payments[1].paidOn',
    ],
    [
      'exempt income above the gross',
      { payments: [{ paidOn: '2026-02-10', grossFen: 1, exemptFen: 2 }] },
      422,
      'payments[0].exemptFen',
    ],
    ['an assessed rate of one', { regime: 'assessed-income-rate', assessedRate: '1' }, 422, 'assessedRate'],
    ['an assessed regime without its rate', { regime: 'assessed-income-rate' }, 422, 'assessedRate'],
  ])('refuses %s and names the field', async (_what, change, status, field) => {
    const refused = await post(path, 'tax-officer', { ...example, ...change });
    expect([refused.status, refused.body.field]).toEqual([status, field]);
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it('names a missing parameter in words', async () => {
    const { body } = await post(path, 'tax-officer', { ...example, payments: [{ paidOn: '2028-01-10', grossFen: 1 }] });
    expect(body).toMatchObject({ code: 'tax-parameter-missing', field: 'payments[0].paidOn' });
    expect(body.title).toBe('2028-01-10 没有有效的税收参数“增值税按月起征点”');
  });

  it('sums what fits, at the highest rate', async () => {
    const payments = Array.from({ length: 900 }, () => ({ paidOn: '2026-02-10', grossFen: 10_000_000_000_000 }));
    const { status, body } = await post(path, 'tax-officer', { ...example, payments, trace: false });
    expect([status, body.totals.grossFen, body.payments[899].rate]).toEqual([200, 9_000_000_000_000_000, '0.45']);
  });

  it('computes the other regimes too', async () => {
    const self = { vat: { role: 'self' }, payments: [{ paidOn: '2026-01-10', grossFen: 1_000_000 }] };
    const taxOf = async (more: object): Promise<number> =>
      (await post(path, 'operator', { ...self, ...more })).body.totals.incomeTaxFen;
    expect(await taxOf({ regime: 'labor-per-payment' })).toBe(160_000);
    expect(await taxOf({ regime: 'non-resident-labor' })).toBe(59_000);
    expect(await taxOf({ regime: 'assessed-tax-rate', assessedRate: '0.006' })).toBe(6_000);
    expect(await taxOf({ regime: 'business-income', individualBusiness: true })).toBe(25_000);
  });

  it('is not for strangers and administrators', async () => {
    expect((await app.http.post(path).send(example)).status).toBe(401);
    expect((await post(path, 'system-admin', example)).status).toBe(403);
  });
});

describe('GET /api/v1/workers/{id}/tax-years/{year}', () => {
  it('gives the year to date by month, to the tax officer and to the worker himself', async () => {
    for (const who of ['tax-officer', 'worker']) {
      const { status, body } = await get('/api/v1/workers/1/tax-years/2026', who);
      expect(status).toBe(200);
      const [account] = body.accounts;
      expect(account).toMatchObject({ groupCode: 'platform', regime: 'platform-labor', taxReceivableFen: 0 });
      expect(
        account.months.map(({ month, payments, incomeTaxFen }: Record<string, unknown>) => [
          month,
          payments,
          incomeTaxFen,
        ]),
      ).toEqual([
        ['2026-01', 1, 9_000],
        ['2026-02', 2, 33_000],
      ]);
      expect(account.months[1].line).toMatchObject({
        months: 2,
        cumulativeIncomeFen: 3_000_000,
        cumulativeTaxFen: 42_000,
      });
      expect(account.totals).toMatchObject({
        payments: 3,
        grossFen: 3_000_000,
        incomeTaxFen: 42_000,
        netFen: 2_958_000,
      });
    }
  });

  it('is empty where nothing was paid, and not found for others', async () => {
    expect((await get('/api/v1/workers/1/tax-years/2027', 'worker')).body.accounts).toEqual([]);
    expect((await get('/api/v1/workers/1/tax-years/2026', 'other worker')).status).toBe(404);
    expect((await get('/api/v1/workers/999/tax-years/2026', 'tax-officer')).status).toBe(404);
    expect((await get('/api/v1/workers/1/tax-years/2026', 'enterprise')).status).toBe(403);
  });
});

describe('the console', () => {
  interface Entry {
    kind: string;
    month?: string;
    withheldFen?: number;
    cumulativeTaxFen?: number;
  }

  it('lists records with sums and reads a trace month by month', async () => {
    const list = await get('/api/console/tax-records?sort=["id","ASC"]', 'finance-officer');
    expect(list.headers['content-range']).toBe('tax-records 0-2/3');
    expect(JSON.parse(list.headers['x-sums'] ?? '{}')).toMatchObject({ grossFen: 3_000_000, incomeTaxFen: 42_000 });
    const { body } = await get(`/api/console/tax-records/${list.body[2].id}`, 'tax-officer');
    const rows: Entry[] = body.trace;
    expect(rows.map(({ kind, month, withheldFen }) => [kind, month, withheldFen])).toEqual([
      ['vat', undefined, undefined],
      ['month', '2026-01', 9_000],
      ['earlier-in-month', '2026-02', 9_000],
      ['payment', '2026-02', 24_000],
    ]);
    expect(rows[3]?.cumulativeTaxFen).toBe(42_000);
  });

  it('shows enterprises their own records, whole where nobody else paid the worker', async () => {
    const own = await get('/api/console/tax-records?sort=["id","ASC"]', 'enterprise');
    expect(own.body).toHaveLength(3);
    const { body } = await get(`/api/console/tax-records/${own.body[2].id}`, 'enterprise');
    expect(body.traceHidden).toBe(false);
    expect(body.trace.map(({ kind }: Entry) => kind)).toEqual(['vat', 'month', 'earlier-in-month', 'payment']);
    expect((await get('/api/console/tax-records', 'other enterprise')).body).toEqual([]);
    expect((await get('/api/console/year-to-date', 'enterprise')).status).toBe(403);
  });

  it('tells who comes near the VAT threshold in a month, to those who may see years', async () => {
    const filter = (from: number): string =>
      encodeURIComponent(JSON.stringify({ month: '2026-02', grossFen_gte: from }));
    const near = await get(`/api/console/month-sales?filter=${filter(1_500_000)}`, 'tax-officer');
    expect(near.body).toMatchObject([{ workerId: 1, month: '2026-02', grossFen: 2_000_000 }]);
    expect((await get(`/api/console/month-sales?filter=${filter(2_000_001)}`, 'tax-officer')).body).toEqual([]);
    expect((await get('/api/console/month-sales', 'enterprise')).status).toBe(403);
    expect((await get('/api/console/month-sales', 'other worker')).body).toEqual([]);
  });

  it('keeps the trace of a payment as it was when an earlier one is voided', async () => {
    const list = await get('/api/console/tax-records?sort=["id","ASC"]', 'tax-officer');
    const before = await get(`/api/console/tax-records/${list.body[2].id}`, 'tax-officer');
    await db.transaction((tx) => voidTaxes(tx, [orderIds[1] ?? 0], { ...command, at: new Date() }));
    const after = await get(`/api/console/tax-records/${list.body[2].id}`, 'tax-officer');
    expect(after.body.trace).toEqual(before.body.trace);
    const years = await get('/api/console/year-to-date', 'worker');
    expect(years.body).toMatchObject([{ workerId: 1, year: 2026, payments: 2, incomeTaxFen: 18_000, isCurrent: true }]);
    // 20,000 in two months owe 180.00; the payment that remains in February was charged 150.00 more, which is due back.
    expect(years.body).toMatchObject([{ receivableFen: 0, refundDueFen: 15_000 }]);
  });
});

describe('a worker whom two enterprises paid', () => {
  interface Detail {
    trace: unknown[];
    traceHidden: boolean;
    incomeTaxFen: number;
  }
  const detail = async (orderId: number, who: string): Promise<Detail> => {
    const list = await get(`/api/console/tax-records?filter={"orderId":${orderId}}`, 'tax-officer');
    return (await get(`/api/console/tax-records/${list.body[0].id}`, who)).body;
  };

  it('does not give away to one what the other paid him', async () => {
    await pay('2026-04-10', 4, 2, 1);
    await pay('2026-04-11', 5, 2, 2);
    await pay('2026-05-11', 6, 2, 1);
    // The first payment of the year stands on itself alone; the second shares its month, the third its year.
    expect(await detail(4, 'enterprise')).toMatchObject({ traceHidden: false, incomeTaxFen: 9_000 });
    for (const [orderId, who] of [
      [5, 'other enterprise'],
      [6, 'enterprise'],
    ] as const) {
      const hidden = await detail(orderId, who);
      expect(hidden).toMatchObject({ trace: [], traceHidden: true });
      expect(hidden.incomeTaxFen).toBeGreaterThan(0);
    }
    for (const who of ['tax-officer', 'other worker']) {
      const seen = await detail(6, who);
      expect(seen.traceHidden).toBe(false);
      expect(seen.trace).toHaveLength(3);
    }
  });
});

describe('tax periods', () => {
  const periodOf = async (month: string): Promise<{ id: number; state: string; recordCount: number }> => {
    const { body } = await get('/api/console/tax-periods', 'tax-officer');
    return body.find((row: { month: string }) => row.month === month);
  };
  const move = async (month: string, action: string, who = 'tax-officer', body = {}) =>
    post(`/api/v1/tax-periods/${(await periodOf(month)).id}/${action}`, who, body);

  it('close with their figures, are filed and paid, in this order only', async () => {
    expect((await move('2026-01', 'file')).body).toMatchObject({ code: 'illegal-transition', allowed: ['close'] });
    const closed = await move('2026-01', 'close');
    expect(closed.body).toMatchObject({
      state: 'closed',
      dueOn: '2026-02-15',
      workerCount: 1,
      recordCount: 1,
      incomeTaxFen: 9_000,
    });
    expect((await move('2026-01', 'reopen')).status).toBe(422);
    expect((await move('2026-01', 'reopen', 'tax-officer', { reason: '漏记一笔' })).body.state).toBe('open');
    for (const [action, state] of [
      ['close', 'closed'],
      ['file', 'filed'],
      ['pay', 'paid'],
    ] as const) {
      expect((await move('2026-01', action)).body.state).toBe(state);
    }
    const { body } = await get(`/api/console/tax-periods/${(await periodOf('2026-01')).id}`, 'tax-officer');
    expect(body.steps.map((step: { action: string }) => step.action).join(' ')).toBe('pay file close reopen close');
    expect(body.steps[3]).toMatchObject({ reason: '漏记一笔', actor: expect.stringMatching(/^tax-officer#/) });
  });

  it('do not close while a payment has no outcome, and are the tax officer’s', async () => {
    expect((await move('2026-02', 'close')).body).toMatchObject({ code: 'tax-period-unsettled' });
    expect((await move('2026-02', 'close', 'finance-officer')).status).toBe(403);
  });

  it('list what a return after filing corrects, and note the corrected return of the month once (更正申报)', async () => {
    const list = (who: string) => get('/api/console/tax-corrections', who);
    expect((await list('tax-officer')).body).toEqual([]);
    await db.transaction((tx) => voidTaxes(tx, [orderIds[0] ?? 0], command));
    const { body, headers } = await list('tax-officer');
    expect(body).toMatchObject([
      {
        month: '2026-01',
        workerNumber: 'W-1',
        workerNameMasked: '张*',
        state: 'open',
        incomeBeforeFen: 1_000_000,
        incomeAfterFen: 0,
        taxChangeFen: -9_000,
      },
    ]);
    expect(JSON.parse(headers['x-sums'] ?? '')).toMatchObject({ taxChangeFen: -9_000 });
    expect((await list('enterprise')).status).toBe(403);
    const declare = (who: string) =>
      post(`/api/v1/tax-corrections/${body[0].id}/declare`, who, { reference: 'GZ-2026-01' });
    expect((await declare('finance-officer')).status).toBe(403);
    const asked = await declare('tax-officer');
    expect([asked.status, (await list('tax-officer')).body[0].state]).toEqual([202, 'open']);
    const approval = `/api/v1/approvals/${asked.body.approval.id}`;
    const shown = await get(approval, 'institution-manager');
    expect(shown.body.after).toMatchObject({ month: '2026-01', corrections: 1, reference: 'GZ-2026-01' });
    const { seenSha256 } = shown.body;
    expect((await post(`${approval}/approve`, 'institution-manager', { seenSha256 })).body.state).toBe('executed');
    expect((await declare('tax-officer')).body.code).toBe('correction-declared');
    expect((await list('tax-officer')).body).toMatchObject([{ state: 'declared', reference: 'GZ-2026-01' }]);
    expect((await post('/api/v1/tax-corrections/999/declare', 'tax-officer', { reference: 'x' })).status).toBe(404);
  });
});

it('tells who crosses the VAT threshold by sales without VAT, as the law counts them', async () => {
  const sales = async () => (await get('/api/console/month-sales?filter={"workerId":2}', 'tax-officer')).body[0];
  await pay('2026-06-10', 7, 2, 1, 10_050_000n);
  expect(await sales()).toMatchObject({ grossFen: 10_050_000, vatFen: 0, crossed: false });
  await pay('2026-06-11', 8, 2, 1, 60_000n);
  expect(await sales()).toMatchObject({ grossFen: 10_110_000, crossed: true });
});
