import { createAccount } from '@linggong/access';
import { databaseOf, systemCommand } from '@linggong/core';
import { bootWith, type TestPlatform } from '../platform.fixture';

const password = 'Correct-horse-7-battery';
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

/** R9.4: who is signed in is seen, by himself and by the security administrator, and ended by either. */
describe('sessions', () => {
  let platform: TestPlatform;
  let security: string;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'sessions-test');

  beforeAll(async () => {
    platform = await bootWith({});
    security = await platform.token({ role: 'security-admin' });
  }, 180_000);
  afterAll(() => platform?.stop());

  const open = (identifier: string) =>
    databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier, password, role: 'operator' }, command),
    );
  const signIn = async (identifier: string): Promise<string> =>
    (await platform.http.post('/api/auth/local').set('User-Agent', browser).send({ identifier, password })).body.jwt;
  const get = (path: string, token: string) => platform.http.get(path).auth(token, { type: 'bearer' });
  const post = (path: string, token: string, body = {}) =>
    platform.http.post(path).auth(token, { type: 'bearer' }).send(body);
  const mine = async (token: string): Promise<{ id: string; isThis: boolean; device?: string }[]> =>
    (await get('/api/v1/me/sessions', token).expect(200)).body.items;
  const stateOf = async (id: string): Promise<string> =>
    (await get(`/api/console/sessions/${id}`, security).expect(200)).body.state;

  it('shows everybody his own, where they came from, and which one asks', async () => {
    await open('sessions-1');
    const [first, second] = [await signIn('sessions-1'), await signIn('sessions-1')];
    await open('sessions-stranger');
    await signIn('sessions-stranger');
    const seen = await mine(second);
    expect(seen).toHaveLength(2);
    expect(seen.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(seen[0]).toMatchObject({ device: browser, address: expect.stringMatching(/127\.0\.0\.1/) });
    expect(await mine(first)).toHaveLength(2);
  });

  it('ends one of one’s own, or all others, at once; nobody’s else', async () => {
    const id = await open('sessions-2');
    const [first, second, third] = [await signIn('sessions-2'), await signIn('sessions-2'), await signIn('sessions-2')];
    const other = (await mine(first)).find(({ isThis }) => isThis)?.id ?? '';
    await open('sessions-thief');
    expect((await post(`/api/v1/me/sessions/${other}/end`, await signIn('sessions-thief'))).body).toEqual({ ended: 0 });
    await get('/api/v1/me', first).expect(200);
    expect((await post(`/api/v1/me/sessions/${other}/end`, second)).body).toEqual({ ended: 1 });
    await get('/api/v1/me', first).expect(401);
    expect(await stateOf(other)).toBe('by-holder');
    expect((await post('/api/v1/me/sessions/end-others', second)).body).toEqual({ ended: 1 });
    await get('/api/v1/me', third).expect(401);
    await get('/api/v1/me', second).expect(200);
    expect((await platform.audited('session.end')).slice(-2)).toMatchObject([
      { actor: `operator#${id}`, subject: `session ${other}` },
      { actor: `operator#${id}`, subject: `account ${id}` },
    ]);
  });

  it('lists everybody’s for the security administrator, who ends one with a reason', async () => {
    await open('sessions-3');
    const token = await signIn('sessions-3');
    const filter = encodeURIComponent(JSON.stringify({ q: 'sessions-3', state: 'live' }));
    const [row] = (await get(`/api/console/sessions?filter=${filter}`, security).expect(200)).body;
    expect(row).toMatchObject({ identifier: 'sessions-3', role: 'operator', state: 'live', device: browser });
    await post(`/api/v1/sessions/${row.id}/end`, security).expect(400);
    const ended = await post(`/api/v1/sessions/${row.id}/end`, security, { reason: 'laptop stolen' });
    expect(ended.body).toEqual({ ended: 1 });
    await get('/api/v1/me', token).expect(401);
    expect(await stateOf(row.id)).toBe('by-administrator');
    const absent = '00000000-0000-4000-8000-000000000000';
    expect((await post(`/api/v1/sessions/${absent}/end`, security, { reason: 'a typing error' })).status).toBe(404);
  });

  it('keeps the number that a device says of itself, and lets everybody in whatever else it says (R6.3)', async () => {
    const number = '0123456789abcdef0123456789abcdef';
    await databaseOf(platform.strapi).transaction(async (tx) => {
      await createAccount(tx, { identifier: 'device-1', password, role: 'worker', workerId: 4_001 }, command);
      await createAccount(tx, { identifier: 'device-2', password, role: 'enterprise', enterpriseId: 4_002 }, command);
      await createAccount(tx, { identifier: 'device-3', password, role: 'operator' }, command);
    });
    const said = [undefined, '', 'x'.repeat(32), 'a'.repeat(4_000), '设备'.repeat(20), `${number}, ${number}`];
    for (const header of said) {
      const sent = platform.http.post('/api/auth/local').send({ identifier: 'device-1', password });
      if (header !== undefined) sent.set('X-Device', encodeURIComponent(header));
      expect((await sent).status).toBe(200);
    }
    const signals = () =>
      databaseOf(platform.strapi).query(
        `SELECT kind, party_kind AS party, party_id AS id, CASE kind WHEN 'device' THEN signal_key ELSE length(signal_key)::text END AS key
           FROM access.published_signals WHERE party_id IN (4001, 4002) ORDER BY party_id, kind`,
      );
    expect(await signals()).toEqual([{ kind: 'address', party: 'worker', id: 4_001, key: '64' }]);
    for (const identifier of ['device-1', 'device-1', 'device-2', 'device-3']) {
      const sent = platform.http.post('/api/auth/local').set('X-Device', number.toUpperCase());
      expect((await sent.send({ identifier, password })).status).toBe(200);
    }
    expect(await signals()).toEqual([
      { kind: 'address', party: 'worker', id: 4_001, key: '64' },
      { kind: 'device', party: 'worker', id: 4_001, key: number },
      { kind: 'address', party: 'enterprise', id: 4_002, key: '64' },
      { kind: 'device', party: 'enterprise', id: 4_002, key: number },
    ]);
    const filter = encodeURIComponent(JSON.stringify({ deviceNumber: number }));
    const rows = (await get(`/api/console/sessions?filter=${filter}`, security).expect(200)).body as {
      identifier: string;
    }[];
    expect(rows.map(({ identifier }) => identifier).sort()).toEqual(['device-1', 'device-1', 'device-2', 'device-3']);
  });

  it('says why they ended: signed out, password changed, account blocked', async () => {
    const id = await open('sessions-4');
    const [leaving, changing, other] = [
      await signIn('sessions-4'),
      await signIn('sessions-4'),
      await signIn('sessions-4'),
    ];
    const idOf = async (token: string): Promise<string> =>
      (await mine(token)).find(({ isThis }) => isThis)?.id ?? 'none';
    const ids = [await idOf(leaving), await idOf(other), await idOf(changing)];
    await post('/api/auth/sign-out', leaving);
    await post('/api/v1/me/password', changing, { oldPassword: password, newPassword: 'Correct-horse-8-battery' });
    await post(`/api/v1/accounts/${id}/block`, security, { reason: 'left the company' });
    expect(await Promise.all(ids.map(stateOf))).toEqual(['signed-out', 'password-changed', 'blocked']);
  });
});
