import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenFor } from '@linggong/access';
import { roles, type Role } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import { wrongOf } from '../http/walk.fixture';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { panelCookie } from './panel-cookie';

interface Layer {
  path: string | RegExp;
  methods: string[];
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** R9.5: Strapi's panel is nobody's back door – not the network's, and not its own super administrator's to business rows. */
describe('the gate in front of the panel', () => {
  let platform: TestPlatform;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    platform = await bootWith({});
    // Several are asked at once, and none of them opens the server for itself.
    const { httpServer } = platform.strapi.server;
    await new Promise<void>((resolve) => void httpServer.listen(0, '127.0.0.1', resolve));
    for (const role of roles) {
      const owner = {
        ...(role === 'enterprise' ? { enterpriseId: 1 } : {}),
        ...(role === 'worker' ? { workerId: 1 } : {}),
      };
      tokens.set(role, await platform.token({ role, ...owner }));
    }
  }, 180_000);
  afterAll(() => platform?.stop());

  const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

  /** Every address of Strapi's that is not the kit's, as its routers list them. */
  function strapiRoutes(): { method: keyof typeof verbs; path: string }[] {
    const { server } = platform.strapi;
    // Strapi does not type the layers of its router.
    const layers = [...server.listRoutes(), ...server.api('admin').listRoutes()] as unknown as Layer[];
    const named = layers.flatMap(({ path, methods }) =>
      methods.filter((method) => method in verbs).map((method) => ({ method, path: String(path) })),
    );
    return named
      .filter(({ path }) => !/^\/(api\/(v1|console|auth)\b|_health|$)/.test(path))
      .map(({ method, path }) => ({
        method: method as keyof typeof verbs,
        path: path
          .replace('((?!uploads/).+)', 'index.html')
          .replace('(.*)', 'x.png')
          .replace(/:model|:uid|:contentType/g, 'api::worker.worker')
          .replace(/:\w+\*?/g, '1'),
      }));
  }

  it('shows nothing to anybody without its cookie: anonymous and every role of the console', async () => {
    const routes = strapiRoutes();
    expect(routes.length).toBeGreaterThan(150);
    const callers = [['anonymous', undefined] as const, ...tokens];
    const asked = callers.flatMap(([who, token]) => routes.map((route) => ({ who, token, ...route })));
    const wrong = await wrongOf(asked, async ({ who, token, method, path }) => {
      const request = platform.http[verbs[method]](path);
      const { status } = await (token === undefined ? request : request.auth(token, { type: 'bearer' }));
      return status === 404 ? undefined : `${who} ${method} ${path}: ${status}`;
    });
    expect(wrong).toEqual([]);
  }, 300_000);

  it('lets nobody register as super administrator, in whatever spelling', async () => {
    const first = { email: 'a@example.com', firstname: 'a', lastname: 'b', password: 'Correct-horse-7' };
    const spellings = [
      '/admin/register-admin',
      '/ADMIN/register-admin',
      '/admin/register-admin/',
      '/admin/%72egister-admin',
    ];
    for (const address of spellings) await platform.http.post(address).send(first).expect(404);
    const [row] = await platform.database.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM public.admin_users WHERE email NOT LIKE '%@panel.invalid'`,
    );
    expect(row?.n).toBe(0);
  });

  it('upgrades no connection to a WebSocket', async () => {
    const { port } = platform.strapi.server.httpServer.address() as AddressInfo;
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    for (const path of ['/admin/transfer/runner/pull', '/admin/transfer/runner/push', '/admin/', '/x']) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        httpRequest({ port, path, headers: { ...upgrade } })
          .on('response', (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          })
          .on('upgrade', () => resolve(101))
          .on('error', reject)
          .end();
      });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  describe('opened by the system administrator', () => {
    let cookie: string;
    let bearer: string;

    beforeAll(async () => {
      const opened = await platform.http
        .post('/api/v1/panel-sessions')
        .auth(tokens.get('system-admin') ?? '', { type: 'bearer' })
        .expect(201, { url: '/admin/' });
      const [set = ''] = opened.get('Set-Cookie') ?? [];
      expect(set).toMatch(/^linggong_panel=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/);
      cookie = set.split(';')[0] ?? '';
      const page = await platform.http.get('/admin/').set('Cookie', cookie);
      const cookies = page.get('Set-Cookie') ?? [];
      expect(cookies.find((one) => one.startsWith('strapi_admin_refresh='))).toMatch(
        /path=\/admin.*samesite=strict; httponly/,
      );
      bearer = /jwtToken=([^;]+)/.exec(cookies.join('\n'))?.[1] ?? '';
      expect(bearer).not.toBe('');
    });

    const ask = async (method: keyof typeof verbs, path: string, body?: object, sent = cookie): Promise<Answer> => {
      const request = platform.http[verbs[method]](path).set('Cookie', sent).auth(bearer, { type: 'bearer' });
      const { status, body: answered } = await (body ? request.send(body) : request);
      return { status, body: answered };
    };

    it('signs him into the panel as himself', async () => {
      const me = await ask('GET', '/admin/users/me');
      expect(me.status).toBe(200);
      expect(me.body['data']).toMatchObject({ email: expect.stringMatching(/^account-\d+@panel\.invalid$/) });
      expect((await ask('GET', '/content-manager/init')).status).toBe(200);
      expect((await ask('GET', '/upload/folders')).status).toBe(200);
      const recent = await ask('GET', '/content-manager/homepage/recent-documents?action=update');
      // Guides are there from the first start.
      const types = new Set((recent.body['data'] as { contentTypeUid: string }[]).map((one) => one.contentTypeUid));
      expect([recent.status, [...types]]).toEqual([200, ['api::guide.guide']]);
      const counted = await ask('GET', '/content-manager/homepage/count-documents');
      const guides = { draft: 0, published: expect.any(Number), modified: 0 };
      expect([counted.status, counted.body]).toEqual([200, { data: guides }]);
    });

    it.each([
      ['POST', '/admin/register-admin'],
      ['POST', '/admin/login'],
      ['POST', '/admin/forgot-password'],
      ['POST', '/admin/reset-password'],
      ['POST', '/admin/register'],
      ['GET', '/admin/registration-info?registrationToken=%00'],
      ['GET', '/admin/transfer/tokens'],
      ['POST', '/admin/transfer/tokens'],
      ['GET', '/admin/api-tokens'],
      ['POST', '/admin/api-tokens'],
      ['GET', '/admin/admin-tokens'],
      ['GET', '/admin/webhooks'],
      ['GET', '/admin/roles/abc'],
      ['POST', '/admin/users'],
      ['PUT', '/admin/users/me'],
      ['PUT', '/users-permissions/roles/99999999999'],
      ['GET', '/users-permissions/roles'],
      ['GET', '/content-type-builder/content-types'],
      ['POST', '/email/test'],
      ['POST', '/upload'],
      ['GET', '/api/workers'],
      ['GET', '/api/upload/files'],
    ] as const)('keeps closed to him too: %s %s', async (method, path) => {
      expect((await ask(method, path, method === 'GET' ? undefined : { roles: ['abc'] })).status).toBe(404);
    });

    it('holds no content type of the business, in path, query or body', async () => {
      const types = Object.keys(platform.strapi.contentTypes).filter(
        (name) => name.startsWith('api::') && name !== 'api::notice.notice' && name !== 'api::guide.guide',
      );
      expect(types.length).toBeGreaterThan(10);
      for (const type of [...types, 'admin::user', 'plugin::users-permissions.user', 'API::worker.worker', 'worker']) {
        for (const path of [
          `collection-types/${type}`,
          `collection-types/${type}/1`,
          `single-types/${type}`,
          `relations/${type}/x`,
          `content-types/${type}/configuration`,
        ]) {
          expect([path, (await ask('GET', `/content-manager/${path}`)).status]).toEqual([path, 404]);
        }
      }
      const uid = await ask('POST', '/content-manager/uid/generate', {
        contentTypeUID: 'api::worker.worker',
        field: 'number',
        data: {},
      });
      expect(uid.status).toBe(404);
    });

    it('holds public content: a notice is written, published, and read by whom it is for alone', async () => {
      const type = '/content-manager/collection-types/api::notice.notice';
      const texts = { titleZh: '国庆安排', titleEn: 'Holiday', bodyZh: '假期顺延', bodyEn: 'Paid after it' };
      const noticesOf = async (role: Role): Promise<{ title: unknown }[]> =>
        (
          await platform.http
            .get('/api/v1/notices')
            .auth(tokens.get(role) ?? '', { type: 'bearer' })
            .expect(200)
        ).body.items;
      const draft = await ask('POST', type, { ...texts, audience: 'worker' });
      expect(draft.status).toBe(201);
      const { documentId } = draft.body['data'] as { documentId: string };
      expect(await noticesOf('worker')).toEqual([]);
      expect((await ask('POST', `${type}/${documentId}/actions/publish`, {})).status).toBe(200);
      expect(await noticesOf('worker')).toMatchObject([{ title: { zh: '国庆安排', en: 'Holiday' } }]);
      for (const role of ['enterprise', 'operator', 'regulator'] as const) expect(await noticesOf(role)).toEqual([]);
      const ended = { ...texts, audience: 'everybody', showUntil: '2020-01-01T00:00:00.000Z' };
      expect((await ask('POST', `${type}/actions/publish`, ended)).status).toBe(200);
      expect((await ask('POST', type, { ...texts, titleZh: '长'.repeat(61) })).status).toBe(400);
      expect(await noticesOf('worker')).toHaveLength(1);
    });

    it('answers 400 to what would end the process or its connection (R9.4), and stays up', async () => {
      const deadly: [keyof typeof verbs, string, object?][] = [
        ['POST', '/upload/folders', { name: 'x', parent: 99_999_999_999 }],
        ['POST', '/upload/folders', { name: 'x', parent: 'abc' }],
        ['POST', '/upload/folders', { name: 'x\u0000', parent: null }],
        ['GET', '/upload/files?filters[id][$eq]=abc'],
        ['GET', '/upload/files?filters[$and][0][folder][id][$in][0]=99999999999'],
        ['GET', '/upload/files?filters[createdAt][$gt]=abc'],
        ['GET', '/upload/files?filters[name][$eq]=%00'],
        ['POST', '/upload/actions/bulk-delete', { fileIds: ['abc'], folderIds: [99_999_999_999] }],
        ['POST', '/upload/actions/bulk-move', { fileIds: [1], destinationFolderId: 'abc' }],
      ];
      for (const [method, path, body] of deadly) {
        expect([path, (await ask(method, path, body)).status]).toEqual([path, 400]);
      }
      expect((await ask('GET', '/upload/files/99999999999')).status).toBe(404);
      expect((await ask('GET', '/upload/files?filters[folder][id][$null]=true&sort=id:ASC')).status).toBe(200);
      const shown = '/upload/folders?sort=name:ASC&populate[parent]=true&filters[$and][0][parent][id][$null]=true';
      expect((await ask('GET', shown)).status).toBe(200);
      const stuck = await platform.database.db.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction (aborted)'`,
      );
      expect(stuck).toEqual([]);
    });

    it('tells nothing of what was sent: broken JSON, too much of it, and values that the database refuses', async () => {
      const canary = '11010519491231002X';
      const send = (body: string) =>
        platform.http
          .post('/upload/folders')
          .set('Cookie', cookie)
          .auth(bearer, { type: 'bearer' })
          .set('Content-Type', 'application/json')
          .send(body);
      const broken = await send(`{"name": ${canary}`);
      expect(broken.status).toBe(400);
      const huge = await send(`{"name":"${'x'.repeat(17 << 20)}"}`);
      expect(huge.status).toBe(413);
      const refused = await ask('GET', `/upload/files?filters[createdAt][$gt]=${canary}`);
      expect(refused.status).toBe(400);
      for (const text of [broken.text, JSON.stringify(refused.body), platform.log.join('\n')]) {
        expect(text).not.toContain(canary);
      }
    });

    it('leaves an audit row of the opening and of each write', async () => {
      expect((await platform.audited('panel.open')).at(-1)?.actor).toMatch(/^system-admin#\d+$/);
      expect((await ask('POST', '/upload/folders', { name: 'guides', parent: null })).status).toBe(201);
      expect((await platform.audited('panel.write')).at(-1)).toMatchObject({
        actor: expect.stringMatching(/^system-admin#\d+$/),
        subject: 'panel-address POST /upload/folders',
      });
    });

    it('takes no forged cookie, and no token of the panel beside the cookie of another', async () => {
      const forged = `${cookie.slice(0, -2)}${cookie.endsWith('AA') ? 'BB' : 'AA'}`;
      expect((await ask('GET', '/admin/users/me', undefined, forged)).status).toBe(404);
      await platform.http.get('/admin/users/me').auth(bearer, { type: 'bearer' }).expect(404);
      const stranger = await platform.http
        .get('/admin/users/me')
        .set('Cookie', cookie)
        .auth('x.y.z', { type: 'bearer' });
      expect(stranger.status).toBe(401);
    });

    it('opens with the second factor only', async () => {
      const bare = await tokenFor(platform.strapi, { role: 'system-admin' }, { secondFactor: false });
      const refused = await platform.http.post('/api/v1/panel-sessions').auth(bare, { type: 'bearer' });
      expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-required']);
      const session = cookie.slice(panelCookie.name.length + 1).split('.')[0];
      const factor = (value: string, at: string) =>
        platform.database.db.query(
          `UPDATE access.sessions SET second_factor = ${value}, second_factor_at = ${at} WHERE id::text = $1`,
          [session],
        );
      await factor('NULL', 'NULL');
      expect((await ask('GET', '/admin/users/me')).status).toBe(404);
      await factor(`'totp'`, 'now()');
      expect((await ask('GET', '/admin/users/me')).status).toBe(200);
    });

    it('closes with the session of the console', async () => {
      expect(cookie.startsWith(`${panelCookie.name}=`)).toBe(true);
      await databaseOf(platform.strapi).query(`UPDATE access.sessions SET ended_at = now() WHERE id::text = $1`, [
        cookie.slice(panelCookie.name.length + 1).split('.')[0],
      ]);
      expect((await ask('GET', '/admin/users/me')).status).toBe(404);
      await platform.http.get('/admin/').set('Cookie', cookie).expect(404);
    });
  });
});
