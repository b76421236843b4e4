import { databaseOf, systemCommand } from '@linggong/core';
import { accountOf, ensureEnterpriseAccounts, post as book } from '@linggong/ledger';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let officer = '';
let approver = '';

beforeAll(async () => {
  app = await bootStrapi();
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (901, 'E901', '甲', '901', 'active')`,
  );
  officer = await app.token('finance-officer');
  approver = await app.token('finance-approver');
}, 240_000);
afterAll(() => app.stop());

const post = async (token: string, path: string, body: object = {}, language = 'zh-CN') =>
  app.http
    .post(`/api/v1${path}`)
    .set({ Authorization: `Bearer ${token}`, 'Accept-Language': language })
    .send(body);
const get = async (token: string, path: string) => app.http.get(path).set('Authorization', `Bearer ${token}`);

const plan = { enterpriseId: 901, rate: '0.06', effectiveFrom: '2026-01-01' };

it('the first plan waits for a second person as any other; an enterprise sees its own', async () => {
  const alone = await post(approver, '/fee-plans', plan);
  expect([alone.status, alone.body.state]).toEqual([201, 'proposed']);
  const own1 = await post(approver, `/fee-plans/${alone.body.id}/approve`);
  expect([own1.status, own1.body.code]).toEqual([403, 'second-person-needed']);
  const { status, body } = await post(officer, '/fee-plans', plan);
  expect([status, body.rate, body.state]).toEqual([201, '0.06', 'proposed']);
  expect((await post(approver, `/fee-plans/${body.id}/approve`)).body.state).toBe('in-force');
  const own = await get(await app.token('enterprise', { enterpriseId: 901 }), '/api/console/fee-plans');
  const plans = own.body.filter(({ state }: { state: string }) => state === 'in-force');
  expect(plans).toMatchObject([{ enterpriseId: 901, rateMillionths: 60_000, state: 'in-force', kind: 'percent' }]);
  const other = await get(await app.token('enterprise', { enterpriseId: 902 }), '/api/console/fee-plans');
  expect(other.body).toEqual([]);
  expect((await get(await app.token('enterprise', { enterpriseId: 902 }), `/api/v1/fee-plans/${body.id}`)).status).toBe(
    404,
  );
});

it('another plan is proposed, and decided by somebody else', async () => {
  const terms = { kind: 'fixed', fixedFen: 200, chargedWhen: 'before', effectiveFrom: '2026-12-01', enterpriseId: 901 };
  const own = await post(approver, '/fee-plans', terms);
  expect([own.status, own.body.state]).toEqual([201, 'proposed']);
  expect((await post(approver, `/fee-plans/${own.body.id}/approve`)).status).toBe(403);
  expect((await post(officer, `/fee-plans/${own.body.id}/approve`)).status).toBe(403);
  const other = await post(officer, '/fee-plans', { ...terms, fixedFen: 300 });
  const rejected = await post(approver, `/fee-plans/${other.body.id}/reject`, { reason: '费率未谈妥' });
  expect([rejected.status, rejected.body.state, rejected.body.stateReason]).toEqual([200, 'rejected', '费率未谈妥']);
  const proposed = await post(officer, '/fee-plans', terms);
  const approved = await post(approver, `/fee-plans/${proposed.body.id}/approve`);
  expect([approved.status, approved.body.state, approved.body.fixedFen]).toEqual([200, 'in-force', 200]);
  const read = await get(officer, `/api/console/fee-plans/${proposed.body.id}`);
  expect(read.body).toMatchObject({ kind: 'fixed', fixedFen: 200, chargedWhen: 'before', enterpriseName: '甲' });
});

it('nobody else makes one, or decides', async () => {
  expect((await post(await app.token('operator'), '/fee-plans', plan)).status).toBe(403);
  expect((await post(await app.token('enterprise', { enterpriseId: 901 }), '/fee-plans', plan)).status).toBe(403);
});

it.each([
  [{ rate: 0.06 }, 400],
  [{ rate: '1.1' }, 400],
  [{ rate: undefined }, 400],
  [{ effectiveFrom: '2026-02-30' }, 400],
  [{ enterpriseId: 999 }, 404],
  [{ effectiveFrom: '2025-12-31' }, 409],
  [{ kind: 'fixed' }, 400],
  [{ kind: 'tiered', rate: undefined, tierBasis: 'month-volume', tierMode: 'whole', tiers: [] }, 400],
  [{ tiers: [{ rate: '0.1' }] }, 400],
  [{ orderMinFen: 10, orderMaxFen: 5 }, 400],
  [{ unknown: 1 }, 400],
])('refuses %j with %s', async (change, status) => {
  expect((await post(approver, '/fee-plans', { ...plan, ...change })).status).toBe(status);
});

it('says in both languages which term is wrong', async () => {
  const tiers = [{ fromVolumeFen: 5, rate: '0.1' }];
  const body = { kind: 'tiered', tierBasis: 'month-volume', tierMode: 'whole', tiers, amountsFen: [1] };
  const chinese = await post(approver, '/fee-plans/previews', body);
  const english = await post(approver, '/fee-plans/previews', body, 'en');
  expect([chinese.status, english.status, chinese.body.field]).toEqual([400, 400, 'tiers']);
  expect(chinese.body.detail).toContain('第一档必须从 0 开始');
  expect(english.body.detail).toContain('the first tier must begin at 0');
});

it('terms are tried on amounts, and nothing is kept', async () => {
  const { status, body } = await post(officer, '/fee-plans/previews', {
    kind: 'tiered',
    tierBasis: 'month-volume',
    tierMode: 'progressive',
    tiers: [{ rate: '0.1' }, { fromVolumeFen: 100_000, rate: '0.05' }],
    bearing: 'inside',
    taxBearer: 'enterprise',
    monthMinFen: 20_000,
    monthVolumeFen: 50_000,
    monthFeeFen: 5_000,
    amountsFen: [40_000, 20_000],
  });
  expect([status, body]).toEqual([
    200,
    {
      lines: [
        { amountFen: 40_000, feeFen: 4_000, workerFen: 36_000, enterpriseFen: 40_000 },
        { amountFen: 20_000, feeFen: 1_500, workerFen: 18_500, enterpriseFen: 20_000 },
      ],
      amountFen: 60_000,
      feeFen: 5_500,
      enterpriseFen: 60_000,
      shortfallFen: 9_500,
      taxOnTop: true,
    },
  ]);
});

it('a month is billed and settled by two people', async () => {
  const bill = await post(officer, '/fee-bills', { enterpriseId: 901, month: '2026-01' });
  expect([bill.status, bill.body.totalFen, bill.body.state]).toEqual([201, 0, 'settled']);
  const own = await app.token('enterprise', { enterpriseId: 901 });
  expect((await get(own, `/api/v1/fee-bills/${bill.body.id}`)).body).toMatchObject({ month: '2026-01', lines: [] });
  expect((await get(own, '/api/console/fee-bills')).body).toHaveLength(1);
  // Elsewhere it is told by its number: its row is asked for with those of its page.
  const byId = (id: number): string =>
    `/api/console/fee-bills?filter=${encodeURIComponent(JSON.stringify({ id: [id] }))}`;
  expect((await get(own, byId(bill.body.id))).body).toMatchObject([{ number: bill.body.number }]);
  expect((await get(own, byId(999_999))).body).toEqual([]);
  expect((await post(officer, `/fee-bills/${bill.body.id}/settle`)).status).toBe(403);
  expect((await post(approver, `/fee-bills/${bill.body.id}/settle`)).body.code).toBe('fee-bill-settled');
  expect((await post(officer, '/fee-bills', { enterpriseId: 901, month: '2099-01' })).body.code).toBe('month-not-over');
});

/** What an enterprise owes for a month that has ended, with nothing paid in. */
async function owe(enterpriseId: number, amountFen: bigint): Promise<void> {
  const command = systemCommand('billing-test', new Date('2026-02-10T02:00:00Z'), 'trace-1');
  await databaseOf(app.strapi).transaction(async (tx) => {
    await ensureEnterpriseAccounts(tx, command, enterpriseId);
    const postings = [
      { source: accountOf('fee', enterpriseId), destination: accountOf('fee-receivable', enterpriseId), amountFen },
    ];
    await book(tx, command, [
      { key: `test:${enterpriseId}`, kind: 'test', occurredAt: command.at, reference: 'order:1', postings },
    ]);
  });
}

it('the money of a bill is refused with a reason, at its page and in the inbox; the bill tells it and is asked for again', async () => {
  await owe(901, 600n);
  const { body: bill } = await post(officer, '/fee-bills', { enterpriseId: 901, month: '2026-02' });
  const waiting = async () => (await get(officer, `/api/console/fee-bills/${bill.id}`)).body.requests;
  const [asked] = await waiting();
  expect(asked).toMatchObject({ action: 'settle', state: 'pending', decidedBy: null });
  expect((await post(officer, `/fee-bills/${bill.id}/ask-settling`)).body.code).toBe('approval-open');

  const seen = (await get(approver, `/api/v1/approvals/${asked.approval}`)).body;
  expect(seen).toMatchObject({ mayDecide: true, mayReject: true, after: { enterpriseId: 901 } });
  const decision = { seenSha256: seen.seenSha256, reason: '金额与合同不符' };
  const refused = await post(approver, `/approvals/${asked.approval}/reject`, decision);
  expect([refused.status, refused.body.state, refused.body.decisionReason]).toEqual([
    200,
    'rejected',
    '金额与合同不符',
  ]);
  expect((await waiting())[0]).toMatchObject({ state: 'rejected', decisionReason: '金额与合同不符' });
  const news = await get(officer, '/api/v1/me/news');
  expect(JSON.stringify(news.body)).toContain('approval-rejected');

  expect((await post(approver, `/fee-bills/${bill.id}/reject`, { reason: '再驳一次' })).body.code).toBe(
    'fee-bill-not-asked',
  );
  const again = await post(officer, `/fee-bills/${bill.id}/ask-settling`, { reason: '已与企业确认' });
  expect([again.status, (await waiting())[0].reason]).toEqual([200, '已与企业确认']);
  expect((await post(approver, `/fee-bills/${bill.id}/reject`)).status).toBe(400);
  expect((await post(officer, `/fee-bills/${bill.id}/reject`, { reason: '不是我' })).status).toBe(403);
  expect((await post(approver, `/fee-bills/${bill.id}/reject`, { reason: '仍不符' })).status).toBe(200);
  expect((await waiting())[0]).toMatchObject({ state: 'rejected', decisionReason: '仍不符' });
});
