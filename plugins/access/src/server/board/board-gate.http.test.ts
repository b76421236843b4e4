import { queueNames } from '@linggong/config';
import { roles } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { boardCookie } from './board-cookie';

/** R9.5: the system administrator looks into the queues; nobody else does, nothing can be done there, and each look is on record. */
describe('the board of queues', () => {
  let platform: TestPlatform;
  let cookie: string;

  beforeAll(async () => {
    platform = await bootWith({});
    const opened = await platform.http
      .post('/api/v1/queue-board-sessions')
      .auth(await platform.token({ role: 'system-admin' }), { type: 'bearer' })
      .expect(201, { url: '/queue-board/' });
    const [set = ''] = opened.get('Set-Cookie') ?? [];
    expect(set).toMatch(/^linggong_queue_board=[\w.-]+; Path=\/queue-board\/; HttpOnly; SameSite=Strict$/);
    cookie = set.split(';')[0] ?? '';
  }, 180_000);
  afterAll(() => platform?.stop());

  const board = (path: string) => platform.http.get(`/queue-board/${path}`).set('Cookie', cookie);

  it('is opened by the system administrator alone', async () => {
    for (const role of roles.filter((one) => one !== 'system-admin')) {
      const owner = { ...(role === 'enterprise' && { enterpriseId: 1 }), ...(role === 'worker' && { workerId: 1 }) };
      const token = await platform.token({ role, ...owner });
      const { status } = await platform.http.post('/api/v1/queue-board-sessions').auth(token, { type: 'bearer' });
      expect([role, status]).toEqual([role, 403]);
      const page = await platform.http.get('/queue-board/').auth(token, { type: 'bearer' });
      expect([role, page.status]).toEqual([role, 404]);
    }
    await platform.http.post('/api/v1/queue-board-sessions').expect(401);
  });

  it('is not there without its cookie, and takes that of no other place', async () => {
    for (const path of [
      '/queue-board',
      '/queue-board/',
      '/queue-board/api/queues',
      '/queue-board/static/favicon.ico',
    ]) {
      const { status } = await platform.http.get(path);
      expect([path, status]).toEqual([path, 404]);
    }
    const token = await platform.token({ role: 'system-admin' });
    const panel = await platform.http.post('/api/v1/panel-sessions').auth(token, { type: 'bearer' }).expect(201);
    const value = (panel.get('Set-Cookie') ?? [''])[0]?.split(';')[0]?.split('=')[1] ?? '';
    await platform.http.get('/queue-board/').set('Cookie', `${boardCookie.name}=${value}`).expect(404);
    const forged = cookie.slice(0, -2) + (cookie.endsWith('AA') ? 'BB' : 'AA');
    await platform.http.get('/queue-board/').set('Cookie', forged).expect(404);
  });

  it('shows the page under a strict policy, in the language that was asked for', async () => {
    const page = await board('').set('Accept-Language', 'en').expect(200);
    const policy = page.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.text).toContain('"lng":"en-US"');
    expect((await board('').expect(200)).text).toContain('"lng":"zh-CN"');
    const script = /static\/js\/main[^"]+/.exec(page.text)?.[0] ?? '';
    expect((await board(script).expect(200)).get('Content-Type')).toMatch(/^text\/javascript/);
    await board('static/..%2f..%2fpackage.json').expect(404);
  });

  it('lists the queues, and answers nothing that would change one', async () => {
    const { body } = await board('api/queues?activeQueue=tax&page=1').expect(200);
    expect(body.queues.map(({ name }: { name: string }) => name)).toEqual(queueNames);
    for (const path of ['pause', 'tax/pause', 'tax/obliterate', 'tax/clean/failed', 'tax/1/retry']) {
      await platform.http.put(`/queue-board/api/queues/${path}`).set('Cookie', cookie).expect(404);
    }
    await platform.http.post('/queue-board/api/queues/tax/add').set('Cookie', cookie).send({ name: 'x' }).expect(404);
    expect((await board('api/queues/nowhere/1')).status).toBe(404);
  });

  it('has each look in the audit log, once for all the times that a page asks again', async () => {
    for (let round = 0; round < 3; round += 1) await board('api/queues?activeQueue=payments').expect(200);
    await board('api/queues/payments/o1-1');
    const looks = (await platform.audited('queue-board.look')).map(({ subject }) => subject);
    expect(looks.filter((subject) => subject === 'queue payments')).toHaveLength(1);
    expect(looks).toEqual(expect.arrayContaining(['queue all', 'queue tax', 'queue payments/o1-1']));
    const [opened] = await platform.audited('queue-board.open');
    expect(opened?.actor).toMatch(/^system-admin#\d+$/);
  });

  it('opens with the second factor only', async () => {
    const [session] = cookie.slice(boardCookie.name.length + 1).split('.');
    const factor = (value: string, at: string) =>
      databaseOf(platform.strapi).query(
        `UPDATE access.sessions SET second_factor = ${value}, second_factor_at = ${at} WHERE id::text = $1`,
        [session],
      );
    await factor('NULL', 'NULL');
    await board('api/queues').expect(404);
    await factor(`'totp'`, 'now()');
    await board('api/queues').expect(200);
  });

  it('closes with the session of the console', async () => {
    const [sessionId] = cookie.slice(boardCookie.name.length + 1).split('.');
    await databaseOf(platform.strapi).query('UPDATE access.sessions SET ended_at = now() WHERE id::text = $1', [
      sessionId,
    ]);
    await board('').expect(404);
    await board('api/queues').expect(404);
  });
});
