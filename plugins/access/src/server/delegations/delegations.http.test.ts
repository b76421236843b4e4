import { createDatabase, databaseOf, systemCommand, type Database } from '@linggong/core';
import { deskOf, keyOf, type Answer, type Desk } from '../approvals/approvals.fixture';
import { marked, markedRoute, marksOf, prepareMarks } from '../approvals/marked.fixture';
import { turnApprovals } from '../approvals/turn-approvals';
import { bootWith, type TestPlatform } from '../platform.fixture';

/** R9.5: whoever decides lets another decider decide for him, and nobody decides his own by that way. */
describe('a delegation', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let db: Database;
  let owner: Database;
  let officer: string;
  let manager: string;
  let managerId: number;
  let serial = 0;

  beforeAll(async () => {
    platform = await bootWith({ routes: [markedRoute] });
    db = databaseOf(platform.strapi);
    owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
    await prepareMarks(owner);
    Object.assign(marked, { how: 'well', before: 'none' });
    desk = deskOf(platform);
    officer = await desk.token({ role: 'finance-officer' });
    manager = await desk.token({ role: 'institution-manager' });
    managerId = await idOf('token-institution-manager');
  }, 240_000);
  afterAll(async () => {
    await owner?.close();
    await platform?.stop();
  });

  const idOf = async (username: string): Promise<number> =>
    (await db.one<{ id: number }>('SELECT id FROM public.up_users WHERE username = $1', [username])).id;
  const ask = async (by = officer): Promise<{ id: string; label: string }> => {
    serial += 1;
    const label = `delegated-${serial}`;
    const { body } = await desk.post(by, '/test/marked', { label, reason: '年底限额调整' });
    return { id: body.approval.id, label };
  };
  const approver = (n: number) => desk.token({ role: 'finance-approver', serial: n });
  const delegate = (token: string, body: object = {}) =>
    desk.post(token, '/delegations', { toAccountId: managerId, days: 7, reason: '休假', ...body });
  const seen = async (id: string, token = manager): Promise<Answer> =>
    (await desk.get(token, `/v1/approvals/${id}`)).body;

  it('lets another decider see and decide what waits for who gave it, and says for whom', async () => {
    const giver = await approver(1);
    const { id, label } = await ask();
    expect((await seen(id)).code).toBe('not-found');
    const given = await delegate(giver);
    expect([given.status, given.body.toName]).toEqual([201, `institution-manager#${managerId}`]);
    const giverName = `finance-approver#${await idOf('token-finance-approver-n1')}`;
    expect(await seen(id)).toMatchObject({ mayDecide: true, decidesFor: giverName });
    expect((await desk.waiting(manager, 'channel-limit:set')).map((row) => row.id)).toContain(id);
    const decided = await desk.approve(manager, id);
    expect(decided.body).toMatchObject({ state: 'executed', decidedForName: giverName });
    expect(await marksOf(db, label)).toBe(1);
    const rejected = await ask();
    expect((await desk.reject(manager, rejected.id, '暂不调整')).body).toMatchObject({
      state: 'rejected',
      decidedForName: giverName,
    });
    // Who decides by his own role decides for nobody.
    const own = await ask();
    expect((await desk.approve(giver, own.id)).body.decidedForName).toBeNull();
    const list = (await desk.get(manager, '/console/delegations')).body;
    expect(list[0]).toMatchObject({ fromName: giverName, state: 'live', resource: null });
    await desk.post(giver, `/delegations/${given.body.id}/end`, { reason: '提前回来' });
  });

  it('is for another person who decides, about what one decides, and for a month at most', async () => {
    const giver = await approver(2);
    const operator = await desk.token({ role: 'operator' });
    expect((await delegate(operator)).status).toBe(403);
    expect((await delegate(giver, { toAccountId: await idOf('token-operator') })).status).toBe(404);
    expect((await delegate(giver, { toAccountId: await idOf('token-finance-approver-n2') })).body.code).toBe(
      'delegation-own',
    );
    expect((await delegate(giver, { resource: 'elevation' })).body.code).toBe('delegation-not-offered');
    expect((await delegate(giver, { days: 31 })).body.field).toBe('days');
    const person = { identityKey: keyOf(61) };
    const one = await desk.token({ role: 'finance-approver', serial: 61 }, { holder: person });
    await desk.token({ role: 'merchant-reviewer', serial: 62 }, { holder: person });
    const second = { toAccountId: await idOf('token-merchant-reviewer-n62') };
    expect((await delegate(one, second)).body.code).toBe('delegation-own');
    await desk.token({ role: 'merchant-reviewer', serial: 63 }, { holder: 'none' });
    const nobody = { toAccountId: await idOf('token-merchant-reviewer-n63') };
    expect((await delegate(one, nobody)).body.code).toBe('delegation-holder-missing');
    const offers = (await desk.get(giver, '/v1/delegations/offers')).body;
    expect(offers.resources).toContain('channel-limit');
    expect(offers.people.map(({ id }: Answer) => id)).toContain(managerId);
    expect(offers.people.some(({ name }: Answer) => /admin|operator/.test(name))).toBe(false);
  });

  it('opens nothing but what it is about', async () => {
    const giver = await approver(3);
    const given = await delegate(giver, { resource: 'bank-file' });
    const { id } = await ask();
    expect((await seen(id)).code).toBe('not-found');
    expect((await desk.approve(manager, id)).status).toBe(404);
    await desk.post(giver, `/delegations/${given.body.id}/end`, { reason: '提前回来' });
  });

  it('decides no request of who gave it, nor of another account of his', async () => {
    const person = { identityKey: keyOf(64) };
    const giver = await desk.token({ role: 'finance-approver', serial: 64 }, { holder: person });
    const second = await desk.token({ role: 'finance-officer', serial: 65 }, { holder: person });
    const given = await delegate(giver);
    const own = await ask(giver);
    expect((await desk.approve(manager, own.id)).status).toBe(404);
    const same = await ask(second);
    const refused = await desk.approve(manager, same.id);
    expect([refused.status, refused.body.code]).toEqual([403, 'approval-not-yours']);
    expect(await marksOf(db, same.label)).toBe(0);
    await desk.post(giver, `/delegations/${given.body.id}/end`, { reason: '提前回来' });
  });

  it('decides nothing by which the receiver, or who gave it, gains a power', async () => {
    const security = await desk.token({ role: 'security-admin' });
    const reviewer = await desk.token({ role: 'merchant-reviewer', serial: 70 });
    const receiver = await idOf('token-merchant-reviewer-n70');
    await desk.token({ role: 'archivist', serial: 70 });
    const given = await delegate(manager, { toAccountId: receiver });
    const change = async (account: number): Promise<string> => {
      const body = { role: 'finance-approver', reason: '岗位调整' };
      return (await desk.post(security, `/accounts/${account}/role`, body)).body.approval.id;
    };
    const own = await change(receiver);
    expect((await desk.approve(reviewer, own)).status).toBe(404);
    expect((await desk.waiting(reviewer, 'account:change-role')).map((row) => row.id)).not.toContain(own);
    const { outcome } = await db.one<{ outcome: string }>(
      `SELECT access.decide_approval($1, s.id, 'approve', NULL, NULL, now()) AS outcome FROM access.sessions s WHERE s.account_id = $2`,
      [own, receiver],
    );
    expect(outcome).toBe('not-decider');
    expect((await desk.approve(reviewer, await change(managerId))).status).toBe(404);
    const other = await change(await idOf('token-archivist-n70'));
    expect((await desk.approve(reviewer, other)).body).toMatchObject({ state: 'executed' });
    await desk.post(manager, `/delegations/${given.body.id}/end`, { reason: '提前回来' });
  });

  it('ends by who gave it, at its term, and with either account', async () => {
    const { id } = await ask();
    const visible = async (): Promise<boolean> => (await seen(id)).code === undefined;
    const giver = await approver(4);
    const given = (await delegate(giver)).body.id;
    expect(await visible()).toBe(true);
    expect((await desk.post(manager, `/delegations/${given}/end`, { reason: '不是我给的' })).status).toBe(404);
    expect((await desk.post(giver, `/delegations/${given}/end`, { reason: '提前回来' })).body.ended).toBe(true);
    expect(await visible()).toBe(false);
    const next = (await delegate(giver)).body.id;
    expect((await desk.waiting(manager, 'channel-limit:set')).map((row) => row.id)).toContain(id);
    await owner.query(
      `UPDATE access.delegations SET from_at = from_at - interval '8 days', until_at = until_at - interval '8 days' WHERE id = $1`,
      [next],
    );
    expect(await visible()).toBe(false);
    // Nor is it in the inbox any more, though no schedule has ended it yet.
    expect((await desk.waiting(manager, 'channel-limit:set')).map((row) => row.id)).not.toContain(id);
    expect((await turnApprovals(platform.strapi, systemCommand('test', new Date(), 'test'))).delegationsEnded).toBe(1);
    const last = (await delegate(giver)).body.id;
    expect(await visible()).toBe(true);
    await db.query(
      `UPDATE public.up_users SET blocked = true, updated_at = now() WHERE username = 'token-finance-approver-n4'`,
    );
    expect(await visible()).toBe(false);
    const ends = await db.query<{ because: string }>(
      'SELECT ended_because AS because FROM access.delegations WHERE id = ANY ($1::bigint[]) ORDER BY id',
      [[given, next, last]],
    );
    expect(ends.map(({ because }) => because)).toEqual(['by-holder', 'term', 'blocked']);
    await expect(db.query('UPDATE access.delegations SET until_at = until_at')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('takes a code of the last half hour, as every decision does', async () => {
    const giver = await approver(5);
    const { id } = await ask();
    const age = (minutes: number) =>
      owner.query(
        `UPDATE access.sessions s SET second_factor_at = now() - make_interval(mins => $1)
           FROM public.up_users u WHERE u.id = s.account_id AND u.username = 'token-finance-approver-n5'`,
        [minutes],
      );
    await age(31);
    expect((await delegate(giver)).body.code).toBe('second-factor-stale');
    expect((await desk.approve(giver, id)).body.code).toBe('second-factor-stale');
    await age(29);
    // To hand one's decisions on takes a code of just now already at the asking.
    expect((await delegate(giver)).body.code).toBe('second-factor-stale');
    expect((await desk.approve(giver, id)).body.state).toBe('executed');
    await age(4);
    expect((await delegate(giver)).status).toBe(201);
  });

  it('takes that code in the database too, whatever the process has looked at', async () => {
    const app = databaseOf(platform.strapi);
    await approver(6);
    const { session } = await app.one<{ session: string }>(
      `SELECT s.id AS session FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id
        WHERE u.username = 'token-finance-approver-n6' ORDER BY s.started_at DESC LIMIT 1`,
    );
    const open = () =>
      app.one<{ id: bigint | null }>(
        `SELECT access.open_delegation($1, $2, NULL, 'test', ARRAY['finance-approver', 'institution-manager'], now() + interval '1 day', now()) AS id`,
        [session, managerId],
      );
    const passed = (at: string) =>
      owner.query(`UPDATE access.sessions SET second_factor = 'totp', second_factor_at = ${at} WHERE id = $1`, [
        session,
      ]);
    await passed(`now() - interval '31 minutes'`);
    await expect(open()).rejects.toMatchObject({ code: '42501' });
    await owner.query('UPDATE access.sessions SET second_factor = NULL, second_factor_at = NULL WHERE id = $1', [
      session,
    ]);
    await expect(open()).rejects.toMatchObject({ code: '42501' });
    await passed(`now() - interval '29 minutes'`);
    expect((await open()).id).not.toBeNull();
  });
});
