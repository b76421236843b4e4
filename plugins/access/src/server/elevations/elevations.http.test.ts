import { elevationOffers, matrix } from '@linggong/config/access';
import { createDatabase, databaseOf, systemCommand, type Database } from '@linggong/core';
import { deskOf, keyOf, newEnterprise, type Answer, type Desk } from '../approvals/approvals.fixture';
import { turnApprovals } from '../approvals/turn-approvals';
import { routeRegistryOf } from '../http/route-registry';
import { bootWith, type TestPlatform } from '../platform.fixture';

const enterprises = { resource: 'enterprise', actions: ['list', 'read'], hours: 2, reason: '核对接口配置' };

/** R9.5: temporary access with reason, scope and end, by a superior's approval; every look under it is listed for him. */
describe('an elevation', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let owner: Database;
  let holder: string;
  let manager: string;

  beforeAll(async () => {
    platform = await bootWith({});
    owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
    desk = deskOf(platform);
    holder = await desk.token({ role: 'config-operator' });
    manager = await desk.token({ role: 'institution-manager' });
    for (const id of [901, 902]) await newEnterprise(platform, id);
  }, 240_000);
  afterAll(async () => {
    await owner?.close();
    await platform?.stop();
  });

  const ask = (token: string, body: object = {}) => desk.post(token, '/elevations', { ...enterprises, ...body });
  const looksOf = async (id: string, token = manager): Promise<Answer[]> => {
    const filter = encodeURIComponent(JSON.stringify({ elevationId: id }));
    return (await desk.get(token, `/console/elevation-looks?filter=${filter}`)).body;
  };
  const latest = async (token = manager): Promise<Answer> => (await desk.get(token, '/console/elevations')).body[0];
  const me = async (token: string): Promise<Answer> => (await desk.get(token, '/v1/me')).body;

  async function granted(token: string, body: object = {}): Promise<string> {
    const asked = await ask(token, body);
    expect([asked.status, asked.body.code]).toEqual([202, undefined]);
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    return (await latest()).id;
  }

  it('opens nothing before it is approved, and then the rows that were asked for', async () => {
    expect((await desk.get(holder, '/console/enterprises')).status).toBe(403);
    expect((await desk.get(holder, '/v1/me/views?listName=enterprises')).status).toBe(404);
    const asked = await ask(holder, { enterpriseId: 901 });
    expect(asked.status).toBe(202);
    expect((await desk.get(holder, '/console/enterprises')).status).toBe(403);
    expect((await me(holder)).permissions.enterprise).toBeUndefined();
    const seen = (await desk.get(manager, `/v1/approvals/${asked.body.approval.id}`)).body;
    expect(seen.after).toEqual({
      lookAt: 'enterprise',
      looks: 'list, read',
      hours: 2,
      reach: 'enterprise',
      enterpriseId: 901,
    });
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    const list = await desk.get(holder, '/console/enterprises');
    expect([list.status, list.body.map(({ id }: Answer) => id)]).toEqual([200, [901]]);
    expect((await desk.get(holder, '/v1/me/views?listName=enterprises')).status).toBe(200);
    expect((await desk.get(holder, '/console/enterprises/901')).status).toBe(200);
    expect((await desk.get(holder, '/console/enterprises/902')).status).toBe(404);
    // Looking only: nothing is changed or carried away, and nothing else is looked at.
    expect((await desk.get(holder, '/console/enterprises/export')).status).toBe(403);
    expect((await desk.post(holder, '/enterprises/901/suspend', { reason: '试一试' })).status).toBe(403);
    expect((await desk.get(holder, '/console/workers')).status).toBe(403);
    const own = await me(holder);
    expect(own.permissions.enterprise).toEqual({ list: 'all', read: 'all' });
    expect(own.elevations).toMatchObject([{ resource: 'enterprise', actions: ['list', 'read'] }]);
  });

  it('lists each look for who granted it, and in the audit log under the approval', async () => {
    const { id, approvalId } = await latest();
    const looks = (await looksOf(id)).reverse();
    expect(looks.map(({ route, status, rows, subjectId }) => [route, status, rows, subjectId])).toEqual([
      ['GET /api/console/enterprises', 200, 1, null],
      ['GET /api/console/enterprises/:id', 200, 1, '901'],
      ['GET /api/console/enterprises/:id', 404, 0, '902'],
    ]);
    expect(looks[0].idsSha256).toBe(looks[1].idsSha256);
    const entries = await platform.audited('elevation.look');
    expect(entries.filter(({ subject }) => subject === `elevation ${id}`)).toHaveLength(3);
    const kept = await platform.database.db.query('SELECT 1 FROM access.approvals WHERE id = $1', [approvalId]);
    expect(kept).toHaveLength(1);
  });

  it('is one at a time for a resource, and only for what the role is offered', async () => {
    expect((await ask(holder)).body.code).toBe('elevation-live');
    for (const body of [
      { resource: 'account' },
      { resource: 'fee-plan' },
      { actions: ['list', 'offboard'] },
      { workerId: 1 },
      { enterpriseId: 1, workerId: 1 },
    ]) {
      const refused = await ask(await desk.token({ role: 'config-operator', serial: 5 }), body);
      expect([body, refused.status, refused.body.code]).toEqual([body, 400, 'elevation-not-offered']);
    }
    expect((await ask(holder, { hours: 73 })).body.field).toBe('hours');
    const bare = await desk.post(holder, '/elevations', { ...enterprises, reason: undefined });
    expect(bare.body.field).toBe('reason');
    expect((await ask(manager)).status).toBe(403);
    const admin = await desk.token({ role: 'system-admin' });
    expect((await ask(admin)).status).toBe(403);
  });

  it('is not granted by oneself through a second account, nor reviewed by it', async () => {
    const person = { identityKey: keyOf(81) };
    const same = await desk.token({ role: 'institution-manager', serial: 81 }, { holder: person });
    const maker = await desk.token({ role: 'task-reviewer', serial: 82 }, { holder: person });
    const asked = await ask(maker);
    expect((await desk.approve(same, asked.body.approval.id)).body.code).toBe('approval-own');
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    const { id } = await latest();
    await desk.post(maker, `/elevations/${id}/end`, { reason: '看完了' });
    expect((await desk.post(same, `/elevations/${id}/review`, { reason: '没有问题' })).body.code).toBe('approval-own');
    expect((await latest()).state).toBe('ended');
  });

  it('ends by its holder or his superior, and opens nothing from then on', async () => {
    const other = await desk.token({ role: 'config-operator', serial: 6 });
    const id = await granted(other);
    expect((await desk.get(other, '/console/enterprises')).body.length).toBeGreaterThan(1);
    expect((await desk.post(holder, `/elevations/${id}/end`, { reason: '不是我的' })).status).toBe(404);
    expect((await desk.get(holder, `/console/elevations/${id}`)).status).toBe(404);
    expect(await looksOf(id, holder)).toEqual([]);
    const ended = await desk.post(manager, `/elevations/${id}/end`, { reason: '不再需要' });
    expect([ended.status, ended.body.ended]).toEqual([200, true]);
    expect((await desk.get(other, '/console/enterprises')).status).toBe(403);
    expect((await desk.post(manager, `/elevations/${id}/end`, { reason: '不再需要' })).body.ended).toBe(false);
  });

  it('is reviewed once, after its end, by a superior with a second factor', async () => {
    const other = await desk.token({ role: 'config-operator', serial: 7 });
    const id = await granted(other);
    const review = (token: string) => desk.post(token, `/elevations/${id}/review`, { reason: '查看内容与事由相符' });
    expect((await review(manager)).body.code).toBe('elevation-not-ended');
    await desk.post(other, `/elevations/${id}/end`, { reason: '看完了' });
    expect((await review(other)).status).toBe(403);
    const bare = await desk.token({ role: 'institution-manager', serial: 8 }, { secondFactor: false });
    expect((await review(bare)).body.code).toBe('second-factor-required');
    expect((await review(manager)).status).toBe(200);
    expect(await latest()).toMatchObject({ id, state: 'reviewed', review: '查看内容与事由相符' });
    expect((await review(manager)).body.code).toBe('elevation-reviewed');
  });

  it('is reviewed by a code of the last half hour and by another person, in the database too', async () => {
    const person = { identityKey: keyOf(83) };
    const other = await desk.token({ role: 'config-operator', serial: 83 }, { holder: person });
    const id = await granted(other);
    await desk.post(other, `/elevations/${id}/end`, { reason: '看完了' });
    const sessionOf = async (serial: number, traits: object = {}): Promise<string> => {
      await desk.token({ role: 'institution-manager', serial }, traits);
      const row = await owner.one<{ id: string }>(
        `SELECT s.id FROM access.sessions s JOIN public.up_users u ON u.id = s.account_id WHERE u.username = $1`,
        [`token-institution-manager-n${serial}`],
      );
      return row.id;
    };
    const app = databaseOf(platform.strapi);
    const review = (session: string) =>
      app.one<{ outcome: string }>(`SELECT access.review_elevation($1, $2, 'test', now()) AS outcome`, [id, session]);
    expect((await review(await sessionOf(84, { holder: person }))).outcome).toBe('own');
    const session = await sessionOf(85);
    const passed = (at: string) =>
      owner.query(`UPDATE access.sessions SET second_factor = 'totp', second_factor_at = ${at} WHERE id = $1`, [
        session,
      ]);
    await owner.query('UPDATE access.sessions SET second_factor = NULL, second_factor_at = NULL WHERE id = $1', [
      session,
    ]);
    expect((await review(session)).outcome).toBe('second-factor');
    await passed(`now() - interval '31 minutes'`);
    expect((await review(session)).outcome).toBe('second-factor-stale');
    expect((await latest()).state).toBe('ended');
    await passed(`now() - interval '29 minutes'`);
    expect((await review(session)).outcome).toBe('done');
  });

  it('ends by itself at its term', async () => {
    const other = await desk.token({ role: 'config-operator', serial: 9 });
    const id = await granted(other);
    expect((await desk.get(other, '/console/enterprises')).status).toBe(200);
    await owner.query(
      `UPDATE access.elevations SET from_at = from_at - interval '2 hours', until_at = until_at - interval '2 hours' WHERE id = $1`,
      [id],
    );
    expect((await desk.get(other, '/console/enterprises')).status).toBe(403);
    expect((await me(other)).elevations).toEqual([]);
    const turned = await turnApprovals(platform.strapi, systemCommand('test', new Date(), 'test'));
    expect(turned.elevationsEnded).toBeGreaterThan(0);
    const { body } = await desk.get(manager, `/console/elevations/${id}`);
    expect(body).toMatchObject({ state: 'ended', endedBecause: 'term' });
  });

  it('ends with the account: blocked, or given another role, and unblocking brings none back', async () => {
    const other = await desk.token({ role: 'config-operator', serial: 10 });
    const id = await granted(other);
    const account = await databaseOf(platform.strapi).one<{ id: number }>(
      `SELECT id FROM public.up_users WHERE username = 'token-config-operator-n10'`,
    );
    const security = await desk.token({ role: 'security-admin' });
    await desk.post(security, `/accounts/${account.id}/block`, { reason: '离岗' });
    await owner.query('UPDATE public.up_users SET blocked = false WHERE id = $1', [account.id]);
    const again = await desk.token({ role: 'config-operator', serial: 10 });
    expect((await desk.get(again, '/console/enterprises')).status).toBe(403);
    expect(await latest()).toMatchObject({ id, endedBecause: 'blocked' });
    const next = await granted(again);
    await owner.query(`UPDATE public.up_users SET account_role = 'task-reviewer', updated_at = now() WHERE id = $1`, [
      account.id,
    ]);
    expect((await desk.get(again, '/console/enterprises')).status).toBe(403);
    expect(await latest()).toMatchObject({ id: next, endedBecause: 'role-changed' });
  });

  it('is opened, prolonged or unwritten by no statement of the application', async () => {
    const db = databaseOf(platform.strapi);
    const { id } = await latest();
    for (const sql of [
      `UPDATE access.elevations SET until_at = until_at + interval '1 hour' WHERE id = $1`,
      `INSERT INTO access.elevations SELECT * FROM access.elevations WHERE id = $1`,
      'DELETE FROM access.elevation_looks WHERE elevation_id = $1',
      'UPDATE access.elevation_looks SET rows = 0 WHERE elevation_id = $1',
    ]) {
      await expect(db.query(sql, [id])).rejects.toMatchObject({ code: '42501' });
    }
    const forged = `SELECT access.open_elevation((SELECT to_jsonb(e) FROM access.elevations e WHERE e.id = $1))`;
    await expect(db.query(forged, [id])).rejects.toMatchObject({ code: '42501' });
  });

  it('opens every operation that the matrix marks, and no fault comes of it', async () => {
    const everything = await desk.token({ role: 'config-operator', serial: 11 });
    for (const { resource, actions } of elevationOffers('config-operator'))
      await granted(everything, { resource, actions });
    const marked = matrix.filter(({ elevation }) => elevation?.roles.includes('config-operator'));
    const names = new Set(marked.map(({ resource, action }) => `${resource}:${action}`));
    const served = routeRegistryOf(platform.strapi)
      .all()
      .filter(({ route }) => route.method === 'GET' && names.has(`${route.resource}:${route.action}`));
    expect(served.length).toBeGreaterThan(24);
    const wrong: string[] = [];
    for (const { address } of served) {
      const { status } = await desk.get(everything, address.replace('/api', '').replace(/:\w+/g, '1'));
      if (status === 403 || status >= 500) wrong.push(`${address} ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
