import { databaseOf, systemCommand } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { ensureEnterpriseAccounts, hold, nameReference, post, reverse, verifyBooks } from '@linggong/ledger';

const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('ledger-test', at, 'trace-1');

let app: BootedStrapi;
let finance: string;
let enterprise: string;

beforeAll(async () => {
  app = await bootStrapi();
  [finance, enterprise] = await Promise.all([
    app.token('finance-officer'),
    app.token('enterprise', { enterpriseId: 1 }),
  ]);
  const deposit = (id: number, amountFen: bigint) => ({
    key: `deposit:${id}`,
    kind: 'deposit',
    occurredAt: at,
    reference: `deposit:${id}`,
    postings: [{ source: `deposit:${id}`, destination: `bank:${id}`, amountFen } as const],
  });
  const db = databaseOf(app.strapi);
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, [1, 2]));
  await db.transaction((tx) => post(tx, command, [deposit(1, 500_00n), deposit(2, 300_00n)]));
  await db.transaction((tx) => hold(tx, command, [{ key: 'batch:1', account: 'deposit:1', amountFen: 100_00n }]));
  await db.transaction((tx) => reverse(tx, command, ['deposit:2'], 'sent by mistake'));
}, 240_000);
afterAll(() => app.stop());

const get = (path: string, token?: string) =>
  token ? app.http.get(path).set('Authorization', `Bearer ${token}`) : app.http.get(path);
const codesOf = (rows: { code: string }[]) => rows.map(({ code }) => code);

describe('GET /api/v1/ledger/trial-balance', () => {
  const path = '/api/v1/ledger/trial-balance';

  it('sums to zero over all accounts', async () => {
    const { status, body } = await get(`${path}?at=2026-11-20T02:00:00Z`, finance);
    expect(status).toBe(200);
    expect(body.totals).toEqual({ debitFen: 110_000, creditFen: 110_000, balanceFen: 0 });
    expect(body.accounts.find(({ code }: { code: string }) => code === 'deposit:1')).toMatchObject({
      subjectCode: '224101',
      subjectName: '其他应付款—客户预存款',
      balanceFen: -50_000,
      heldFen: 10_000,
      availableFen: 40_000,
    });
  });

  it('is empty before anything happened', async () => {
    const { body } = await get(`${path}?at=2026-11-20T01:59:59Z`, finance);
    expect(body.totals).toEqual({ debitFen: 0, creditFen: 0, balanceFen: 0 });
  });

  it('speaks English where it is asked to', async () => {
    const { body } = await get(path, finance).set('Accept-Language', 'en');
    expect(codesOf(body.accounts)).toContain('bank:platform');
    expect(body.accounts[0].subjectName).toMatch(/^[\x20-\x7e]+$/);
  });

  it('shows an enterprise its own accounts, and no other enterprise', async () => {
    const { body } = await get(path, enterprise);
    expect(codesOf(body.accounts).every((code) => code.endsWith(':1'))).toBe(true);
    expect(body.accounts).toHaveLength(10);
    expect((await get(`${path}?enterpriseId=2`, enterprise)).status).toBe(404);
  });

  it('refuses who may not, and what it does not understand', async () => {
    expect((await get(path)).status).toBe(401);
    expect((await get(path, await app.token('worker', { workerId: 1 }))).status).toBe(403);
    const { status, body } = await get(`${path}?at=yesterday`, finance);
    expect([status, body.field]).toEqual([400, 'at']);
    expect((await get(`${path}?on=2026-11-20`, finance)).status).toBe(400);
    expect((await get(`${path}?enterpriseId=abc`, finance)).status).toBe(400);
  });
});

describe('GET /api/v1/ledger/statement', () => {
  const path = '/api/v1/ledger/statement?from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z';

  it('runs from opening to closing', async () => {
    const { body } = await get(`${path}&account=deposit:2`, finance);
    expect(body).toMatchObject({ openingFen: 0, closingFen: 0, more: false });
    expect(body.lines.map(({ balanceFen }: { balanceFen: number }) => balanceFen)).toEqual([-30_000, 0]);
  });

  it('of another enterprise, or of no account, is not found', async () => {
    expect((await get(`${path}&account=deposit:2`, enterprise)).status).toBe(404);
    expect((await get(`${path}&account=deposit:999`, finance)).status).toBe(404);
    expect((await get(`${path}&account=DROP`, finance)).status).toBe(400);
  });
});

describe('the console', () => {
  it('calls accounts, enterprises and business by their names', async () => {
    const db = databaseOf(app.strapi);
    await db.query(
      `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (1, 'E-1', '湘江同城配送', '911', 'active')`,
    );
    await db.query(
      `INSERT INTO public.deposits (id, number, enterprise_id, amount_fen, bank_serial, received_at, booked_at)
       VALUES (1, 'DP-2026-11-0001', 1, 50000, 'S1', now(), now())`,
    );
    const query = 'filter={"source":"deposit:1"}';
    const { body } = await get(`/api/console/ledger-postings?${query}`, finance);
    expect(body).toMatchObject([
      {
        reference: 'deposit:1',
        referenceNumber: 'DP-2026-11-0001',
        enterpriseName: '湘江同城配送',
        sourceNameZh: '企业预存款',
        destinationNameEn: 'Sub-account at the bank',
      },
    ]);
    // What the ledger does not read was told to it: whoever reads vouchers sees the number, who may not open the bill as well.
    await db.transaction(async (tx) => {
      const postings = [{ source: 'fee:2', destination: 'fee-receivable:2', amountFen: 5n } as const];
      const reference = 'fee-bill:4';
      await post(tx, command, [{ key: 'fee-shortfall:4', kind: 'fee-shortfall', occurredAt: at, reference, postings }]);
      await nameReference(tx, reference, 'FB-2026-11-0004');
      await nameReference(tx, reference, 'FB-2026-11-0004');
    });
    const officer = await app.token('tax-officer');
    const bills = await get('/api/console/ledger-transactions?filter={"key":"fee-shortfall:4"}', officer);
    expect(bills.body).toMatchObject([{ reference: 'fee-bill:4', referenceNumber: 'FB-2026-11-0004' }]);
    const accounts = await get('/api/console/ledger-accounts?filter={"code":"deposit:1"}', finance);
    expect(accounts.body).toMatchObject([{ code: 'deposit:1', enterpriseName: '湘江同城配送' }]);
  });

  it('lists accounts by kind, and by the number of the enterprise', async () => {
    await databaseOf(app.strapi).transaction((tx) => ensureEnterpriseAccounts(tx, command, [10]));
    for (const [direction, codes] of [
      ['ASC', ['bank:platform', 'bank:1', 'bank:2', 'bank:10']],
      ['DESC', ['bank:10', 'bank:2', 'bank:1', 'bank:platform']],
    ] as const) {
      const { body } = await get(
        `/api/console/ledger-accounts?filter={"code":"bank:"}&sort=["code","${direction}"]`,
        finance,
      );
      expect(codesOf(body)).toEqual(codes);
    }
  });

  it('lists accounts with sums, and their open holds', async () => {
    const { body, headers } = await get('/api/console/ledger-accounts?filter={"enterpriseId":1}', finance);
    expect(headers['content-range']).toBe('ledger-accounts 0-9/10');
    const deposit = body.find(({ code }: { code: string }) => code === 'deposit:1');
    const detail = await get(`/api/console/ledger-accounts/${deposit.id}`, enterprise);
    expect(detail.body.holds).toMatchObject([{ key: 'batch:1', amountFen: 10_000, state: 'open' }]);
  });

  it('lists transactions with their postings and reversal', async () => {
    const { body } = await get('/api/console/ledger-transactions?filter={"key":"deposit:2"}', finance);
    expect(body).toMatchObject([{ key: 'deposit:2', enterpriseId: 2, movedFen: 30_000, lines: 1 }]);
    const detail = await get(`/api/console/ledger-transactions/${body[0].id}`, finance);
    expect(detail.body).toMatchObject({
      postings: [{ source: 'deposit:2', destination: 'bank:2', amountFen: 30_000 }],
      reversedBy: { key: 'reversal:deposit:2', reason: 'sent by mistake' },
    });
    expect((await get(`/api/console/ledger-transactions/${body[0].id}`, enterprise)).status).toBe(404);
  });

  it('lists postings of one account', async () => {
    const query = 'filter={"source":"deposit:1"}&sort=["occurredAt","DESC"]&range=[0,9]';
    const { body, headers } = await get(`/api/console/ledger-postings?${query}`, finance);
    expect(body).toMatchObject([{ source: 'deposit:1', destination: 'bank:1', amountFen: 50_000 }]);
    expect(headers['content-range']).toBe('ledger-postings 0-0/1');
    expect(headers['x-sums']).toBeUndefined();
    const own = await get('/api/console/ledger-postings', enterprise);
    expect(own.body.every(({ enterpriseId }: { enterpriseId: number }) => enterpriseId === 1)).toBe(true);
  });
});

/** 调账、冲销 (R9.5): asked by one person of finance, booked by the decision of another. */
describe('what is booked by hand', () => {
  let approver: string;
  const reason = '银行结息入账';
  const interest = { postings: [{ source: 'fee:1', destination: 'bank:1', amountFen: 1_200 }], reason };

  beforeAll(async () => {
    approver = await app.token('finance-approver');
  });

  const send = (path: string, token: string, body: object) =>
    app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
  async function decide(id: string, token = approver): Promise<{ status: number; body: Record<string, unknown> }> {
    const { body } = await get(`/api/v1/approvals/${id}`, token);
    return send(`/approvals/${id}/approve`, token, { seenSha256: body.seenSha256 });
  }
  const balanceOf = async (code: string): Promise<number> => {
    const { body } = await get(`/api/console/ledger-accounts?filter={"code":"${code}"}`, finance);
    return body[0].balanceFen;
  };
  const entryOf = async (key: string): Promise<Record<string, unknown> & { id: number }> => {
    const { body } = await get(`/api/console/ledger-transactions?filter={"key":"${key}"}`, finance);
    return body[0];
  };
  async function asked(path: string, body: object): Promise<string> {
    const answer = await send(path, finance, body);
    expect([answer.status, answer.body.approval?.state]).toEqual([202, 'pending']);
    return answer.body.approval.id;
  }
  let adjusted = '';

  it('shows lines and balances before and after, and moves nothing until another approved it', async () => {
    const [bank, fee] = [await balanceOf('bank:1'), await balanceOf('fee:1')];
    const id = await asked('/ledger-transactions/adjustments', interest);
    expect([await balanceOf('bank:1'), await balanceOf('fee:1')]).toEqual([bank, fee]);
    const { body: shown } = await get(`/api/v1/approvals/${id}`, approver);
    expect(shown.before).toEqual({ 'balanceFen@bank:1': bank, 'balanceFen@fee:1': fee });
    expect(shown.after).toEqual({
      entryKind: 'adjustment',
      'lineFen@fee:1>bank:1': 1_200,
      'balanceFen@bank:1': bank + 1_200,
      'balanceFen@fee:1': fee - 1_200,
    });
    // Balances move by business all the time; a request is not void for that.
    await databaseOf(app.strapi).transaction((tx) =>
      post(tx, command, [
        {
          key: 'deposit:1b',
          kind: 'deposit',
          occurredAt: at,
          postings: [{ source: 'deposit:1', destination: 'bank:1', amountFen: 7n }],
        },
      ]),
    );
    expect((await decide(id)).body['state']).toBe('executed');
    expect([await balanceOf('bank:1'), await balanceOf('fee:1')]).toEqual([bank + 1_207, fee - 1_200]);
    adjusted = `adjustment:${id}`;
    expect(await entryOf(adjusted)).toMatchObject({ kind: 'adjustment', memo: reason, enterpriseId: 1, lines: 1 });
    expect(await verifyBooks(databaseOf(app.strapi))).toEqual([]);
  });

  it('is reversed once, by a second decision; the original stays', async () => {
    const { id: entry } = await entryOf(adjusted);
    const bank = await balanceOf('bank:1');
    const id = await asked(`/ledger-transactions/${entry}/reverse`, { reason: '利息已退回' });
    const again = await send(`/ledger-transactions/${entry}/reverse`, finance, { reason: '利息已退回' });
    expect([again.status, again.body.code]).toEqual([409, 'approval-open']);
    const { body: shown } = await get(`/api/v1/approvals/${id}`, approver);
    expect([shown.before.reversed, shown.after.reversed, shown.after['lineFen@bank:1>fee:1']]).toEqual([
      false,
      true,
      1_200,
    ]);
    expect((await decide(id)).body['state']).toBe('executed');
    expect(await balanceOf('bank:1')).toBe(bank - 1_200);
    const { body: detail } = await get(`/api/console/ledger-transactions/${entry}`, finance);
    expect(detail).toMatchObject({ key: adjusted, reversedBy: { key: `reversal:${adjusted}`, reason: '利息已退回' } });
    const third = await send(`/ledger-transactions/${entry}/reverse`, finance, { reason: '再冲一次' });
    expect([third.status, third.body.code]).toEqual([409, 'ledger.already-reversed']);
    const { id: reversal } = await entryOf(`reversal:${adjusted}`);
    const back = await send(`/ledger-transactions/${reversal}/reverse`, finance, { reason: '冲销的冲销' });
    expect([back.status, back.body.code]).toEqual([409, 'ledger.reversal-of-reversal']);
  });

  it('leaves alone what a business booked, what its records add up to, and money that is not there', async () => {
    const { id: deposit } = await entryOf('deposit:1');
    const business = await send(`/ledger-transactions/${deposit}/reverse`, finance, { reason });
    expect([business.status, business.body.code]).toEqual([409, 'ledger.business-entry']);
    const refused = async (source: string, destination: string, amountFen = 100) => {
      const { status, body } = await send('/ledger-transactions/adjustments', finance, {
        postings: [{ source, destination, amountFen }],
        reason,
      });
      return [status, body.code];
    };
    expect(await refused('workers:1', 'deposit:1')).toEqual([422, 'ledger.not-by-hand']);
    expect(await refused('tax-iit:1', 'bank:1')).toEqual([422, 'ledger.not-by-hand']);
    expect(await refused('deposit:1', 'bank:2')).toEqual([422, 'ledger.not-by-hand']);
    expect(await refused('deposit:99', 'bank:99')).toEqual([422, 'ledger.unknown-account']);
    // What is held does not leave by hand either: 500.07 are there, 100.00 of them held.
    expect(await refused('bank:1', 'deposit:1', 40_008)).toEqual([409, 'ledger.insufficient-funds']);
    expect(await refused('deposit:1', 'bank:1', 0)).toEqual([400, 'input-invalid']);
    expect((await send('/ledger-transactions/999999/reverse', finance, { reason })).status).toBe(404);
    const { id: open } = await databaseOf(app.strapi).one<{ id: number }>(
      `SELECT count(*)::int AS id FROM access.approvals WHERE resource = 'ledger-transaction' AND state = 'pending'`,
    );
    expect(open).toBe(0);
  });

  it('is not asked by others, nor decided by who asked', async () => {
    for (const token of [enterprise, await app.token('operator'), await app.token('tax-officer')]) {
      expect((await send('/ledger-transactions/adjustments', token, interest)).status).toBe(403);
    }
    const own = await send('/ledger-transactions/adjustments', approver, interest);
    expect((await decide(own.body.approval.id)).body['code']).toBe('approval-own');
    expect(await balanceOf('fee:1')).toBe(0);
  });

  it('is refused at the decision where the money has left by then', async () => {
    const id = await asked('/ledger-transactions/adjustments', {
      postings: [{ source: 'bank:1', destination: 'deposit:1', amountFen: 40_000 }],
      reason: '退回多收款',
    });
    await databaseOf(app.strapi).transaction((tx) =>
      hold(tx, systemCommand('ledger-test', new Date(), 'trace-2'), [
        { key: 'batch:2', account: 'deposit:1', amountFen: 50_00n },
      ]),
    );
    const decided = await decide(id);
    expect(decided.body).toMatchObject({ state: 'failed', problem: { code: 'ledger.insufficient-funds' } });
  });
});
