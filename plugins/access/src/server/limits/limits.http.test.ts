import { createAccount } from '@linggong/access';
import { databaseOf, systemCommand } from '@linggong/core';
import { startRedis, type RedisServers } from '@linggong/database/testing';
import { bootWith, type TestPlatform } from '../platform.fixture';

const RATE_LIMITS = 'sign-in=6/60,sign-in-identifier=3/600,public=5/60,own-secret=2/600';
const password = 'Correct-horse-7-battery';

/** R9.4: calls are bounded by address and account, in whatever store the platform has. */
describe.each(['PostgreSQL', 'Redis'] as const)('limits of calls on %s', (store) => {
  let platform: TestPlatform;
  let redis: RedisServers | undefined;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'limits-test');

  beforeAll(async () => {
    redis = store === 'Redis' ? await startRedis() : undefined;
    platform = await bootWith({ environment: { RATE_LIMITS, PROXY_HOPS: '1', REDIS_URL: redis?.url ?? '' } });
  }, 180_000);
  afterAll(async () => {
    await platform?.stop();
    await redis?.stop();
  });

  const from = (address: string, identifier: string) =>
    platform.http
      .post('/api/auth/local')
      .set('X-Forwarded-For', address)
      .send({ identifier, password: 'Wrong-password-1' });

  it('bound sign-ins of an address, whatever they are for, and of no other', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await from('192.0.2.1', `stranger-${n}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401]);
    const refused = await from('192.0.2.1', 'stranger-7');
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await from('192.0.2.2', 'stranger-8')).status).toBe(401);
  });

  it('count the addresses of one IPv6 network as one', async () => {
    for (let n = 1; n <= 6; n += 1) await from(`2001:db8:1:2::${n}`, `six-${n}`);
    expect((await from('2001:db8:1:2:ffff::9', 'six-7')).status).toBe(429);
    expect((await from('2001:db8:1:3::1', 'six-8')).status).toBe(401);
  });

  it('bound sign-ins with one identifier from wherever they come, right ones too', async () => {
    await databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier: 'limited', password, role: 'operator' }, command),
    );
    const right = (address: string) =>
      platform.http.post('/api/auth/local').set('X-Forwarded-For', address).send({ identifier: 'Limited', password });
    for (let n = 1; n <= 3; n += 1) expect((await right(`198.51.100.${n}`)).status).toBe(200);
    const refused = await right('198.51.100.4');
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
  });

  it('bound what anybody may ask, without the route saying so, however many ask at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 9 }, async () => {
        const { status } = await platform.http.get('/api/v1/openapi.json').set('X-Forwarded-For', '203.0.113.1');
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });

  it('bound an account by itself where somebody is signed in', async () => {
    const [one, other] = [await platform.token({ role: 'operator' }), await platform.token({ role: 'tax-officer' })];
    const change = async (token: string): Promise<number> => {
      const body = { oldPassword: 'Wrong-password-1', newPassword: password };
      return (await platform.http.post('/api/v1/me/password').auth(token, { type: 'bearer' }).send(body)).status;
    };
    expect([await change(one), await change(one), await change(one), await change(other)]).toEqual([
      400, 400, 429, 400,
    ]);
  });

  it('keep the counts in the store, and no identifier in clear', async () => {
    const keys = redis
      ? (await redis.ask(redis.ports[0] ?? 0, 'KEYS', '*')).split('\n')
      : (await platform.database.db.query<{ key: string }>('SELECT key FROM access.rate_limits')).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('sign-in:192.0.2.1'))).toHaveLength(1);
    expect(keys.join('\n').toLowerCase()).not.toContain('limited');
  });

  if (store === 'Redis') {
    it('go on in the process where Redis is away', async () => {
      redis?.kill(redis.ports[0] ?? 0);
      const statuses: number[] = [];
      for (let n = 0; n < 7; n += 1) statuses.push((await from('192.0.2.9', `away-${n}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
    });
  }
});
