import { createAccount } from '@linggong/access';
import { databaseOf, systemCommand } from '@linggong/core';
import { bootWith, type TestPlatform } from '../platform.fixture';

const password = 'Correct-horse-7-battery';

/** R9.4: a bearer token lives for an hour; what renews it is used once, and a copy of it ends the session. */
describe('renewing a token', () => {
  let platform: TestPlatform;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'refresh-test');

  beforeAll(async () => {
    platform = await bootWith({});
  }, 180_000);
  afterAll(() => platform?.stop());

  interface SignedIn {
    jwt: string;
    cookie: string;
    set: string;
  }
  const taken = (answer: { body: { jwt: string }; get(name: 'Set-Cookie'): string[] | undefined }): SignedIn => {
    const [set = ''] = answer.get('Set-Cookie') ?? [];
    return { jwt: answer.body.jwt, set, cookie: set.split(';')[0] ?? '' };
  };
  const signIn = async (identifier: string): Promise<SignedIn> => {
    await databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier, password, role: 'operator' }, command),
    );
    return taken(await platform.http.post('/api/auth/local').send({ identifier, password }));
  };
  const refresh = (cookie: string) => platform.http.post('/api/auth/refresh').set('Cookie', cookie);
  const me = async (jwt: string): Promise<number> =>
    (await platform.http.get('/api/v1/me').auth(jwt, { type: 'bearer' })).status;
  const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

  it('gives a token of an hour and a cookie that only the sign-in sees', async () => {
    const { jwt, set } = await signIn('refresh-1');
    expect(set).toMatch(/^linggong_refresh=[\w-]{43}; Path=\/api\/auth; Max-Age=28800; HttpOnly; SameSite=Strict$/);
    const { exp, iat } = payloadOf(jwt);
    expect(exp - iat).toBe(3_600);
  });

  it('turns the cookie over each time, within the same session', async () => {
    const first = await signIn('refresh-2');
    const second = taken(await refresh(first.cookie).expect(200));
    const third = taken(await refresh(second.cookie).expect(200));
    expect(new Set([first.cookie, second.cookie, third.cookie]).size).toBe(3);
    expect(payloadOf(third.jwt).sid).toBe(payloadOf(first.jwt).sid);
    expect(await me(third.jwt)).toBe(200);
    const rows = await platform.database.db.query('SELECT t::text AS text FROM access.refresh_tokens t');
    expect(JSON.stringify(rows)).not.toContain(third.cookie.split('=')[1]);
  });

  it('ends the session for both where a used one comes again', async () => {
    const stolen = await signIn('refresh-3');
    const owner = taken(await refresh(stolen.cookie).expect(200));
    const again = await refresh(stolen.cookie);
    expect([again.status, again.body.code]).toEqual([401, 'not-signed-in']);
    expect(await me(owner.jwt)).toBe(401);
    expect((await refresh(owner.cookie)).status).toBe(401);
    expect((await platform.audited('session.reuse')).at(-1)).toMatchObject({
      subject: `session ${payloadOf(stolen.jwt).sid}`,
      outcome: 'refused',
    });
  });

  it('takes one of two uses at once', async () => {
    const { cookie } = await signIn('refresh-4');
    const statuses = await Promise.all([1, 2, 3].map(async () => (await refresh(cookie)).status));
    expect(statuses.sort()).toEqual([200, 401, 401]);
  });

  it('renews nothing for another site, without the cookie, after signing out, or beyond the ends of the session', async () => {
    const { jwt, cookie } = await signIn('refresh-5');
    expect((await platform.http.post('/api/auth/refresh')).status).toBe(401);
    expect((await refresh('linggong_refresh=made-up')).status).toBe(401);
    expect((await refresh(cookie).set('Origin', 'https://elsewhere.example')).status).toBe(403);
    const out = await platform.http.post('/api/auth/sign-out').auth(jwt, { type: 'bearer' }).expect(200);
    expect(out.get('Set-Cookie')?.[0]).toMatch(/^linggong_refresh=; Path=\/api\/auth; Max-Age=0;/);
    expect((await refresh(cookie)).status).toBe(401);
    const idle = await signIn('refresh-6');
    await platform.database.db.query(
      `UPDATE access.sessions SET last_seen_at = now() - interval '31 minutes' WHERE id::text = $1`,
      [payloadOf(idle.jwt).sid],
    );
    expect((await refresh(idle.cookie)).status).toBe(401);
  });
});
