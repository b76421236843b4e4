import { connect, type AddressInfo } from 'node:net';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

/** R9.4: what this server answers to anybody, seen from outside. */
describe('the front of the server', () => {
  let booted: BootedStrapi;
  let port = 0;

  beforeAll(async () => {
    booted = await bootStrapi();
    const { httpServer } = booted.strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    // A server that listens on a TCP port has an address of this shape.
    port = (httpServer.address() as AddressInfo).port;
  }, 120_000);
  afterAll(() => booted.stop());

  const addresses = [
    '/',
    '/console/',
    '/console/workers',
    '/console/assets/nope.js',
    '/api/v1/orders',
    '/api/nope',
    '/api/v1/openapi.json',
    '/api/v1/docs',
    '/admin',
    '/admin/login',
    '/uploads/nope.png',
    '/queue-board/',
    '/_health',
    '/_ready',
    '/favicon.ico',
    '/nope',
    '/%c0%ae',
  ];

  describe('headers', () => {
    it.each(addresses)('%s is framed by nobody, sniffed by nobody and runs nothing of others', async (address) => {
      const { headers } = await booted.http.get(address);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toMatch(/default-src 'none'|default-src 'self'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|unsafe-eval/);
      expect(policy.includes('unsafe-inline')).toBe(address.startsWith('/admin'));
      for (const name of ['server', 'x-powered-by', 'strapi', 'strict-transport-security'])
        expect(headers).not.toHaveProperty(name);
    });

    it('stand on what the server refuses and on what breaks, too', async () => {
      const broken = await booted.http.post('/api/auth/local').set('Content-Type', 'application/json').send('{');
      const long = await booted.http.get(`/api/v1/orders?x=${'y'.repeat(9_000)}`);
      for (const { headers } of [broken, long]) {
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    });

    it('give each delivery of the console its own nonce, and store none', async () => {
      const nonces = new Set<string>();
      for (let n = 0; n < 3; n += 1) {
        const { status, headers, text } = await booted.http.get('/console/workers');
        if (status === 503) return; // the console is not built here; the journeys look at it
        expect(headers['cache-control']).toBe('no-store');
        const [, nonce = ''] = /'nonce-([\w-]{22})'/.exec(headers['content-security-policy'] ?? '') ?? [];
        expect(text).toContain(`nonce="${nonce}"`);
        expect(text).not.toContain('__CSP_NONCE__');
        nonces.add(nonce);
      }
      expect(nonces.size).toBe(3);
    });

    it('open no answer to another origin, neither asked before nor on faults', async () => {
      const asks = [
        booted.http.options('/api/v1/orders').set('Access-Control-Request-Method', 'GET'),
        booted.http.options('/api/auth/local').set('Access-Control-Request-Method', 'POST'),
        booted.http.get('/api/v1/openapi.json'),
        booted.http.get('/api/v1/orders'),
        booted.http.get('/console/'),
        booted.http.get('/admin/init'),
        booted.http.get('/uploads/x.png'),
        booted.http.get('/api/nope'),
        booted.http.post('/api/auth/local').send({}),
      ];
      for (const ask of asks) {
        for (const origin of ['https://evil.example', 'null']) {
          const { headers } = await ask.set('Origin', origin);
          expect(Object.keys(headers).filter((name) => name.startsWith('access-control-allow'))).toEqual([]);
        }
      }
    });
  });

  describe('writes of other sites', () => {
    it.each([
      ['/api/auth/local', { 'Sec-Fetch-Site': 'cross-site' }],
      ['/api/auth/local', { 'Sec-Fetch-Site': 'same-site' }],
      ['/api/auth/local', { Origin: 'https://evil.example' }],
      ['/api/auth/local', { Origin: 'null' }],
      ['/api/v1/panel-sessions', { Origin: 'https://evil.example' }],
      ['/admin/logout', { Origin: 'https://evil.example' }],
      ['/upload/folders', { 'Sec-Fetch-Site': 'cross-site' }],
    ])('%s with %j is refused', async (address, headers) => {
      const { body } = await booted.http.post(address).set(headers).send({}).expect(403);
      expect(body).toMatchObject({ code: 'cross-site', status: 403 });
    });

    it('are none where our own page or a program writes', async () => {
      const own = { 'Sec-Fetch-Site': 'same-origin', Origin: `http://127.0.0.1:${port}`, Host: `127.0.0.1:${port}` };
      for (const headers of [own, {}]) {
        const { body } = await booted.http.post('/api/auth/local').set(headers).send({});
        expect(body.code).toBe('input-invalid');
      }
    });
  });

  describe('limits', () => {
    /** Sends text as it is and gives what came back when the server ended the connection, or `undefined` in time. */
    const raw = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        let answer = '';
        socket.on('data', (chunk) => (answer += chunk.toString()));
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
      });
    const request = (line: string, ...headers: string[]): string =>
      [line, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');

    it('an address of 8,192 characters', async () => {
      const { body } = await booted.http.get(`/api/v1/orders?x=${'y'.repeat(8_200)}`).expect(414);
      expect(body.code).toBe('url-too-long');
      await booted.http.get(`/api/v1/orders?x=${'y'.repeat(8_000)}`).expect(401);
    });

    it('headers of 16 KiB', async () => {
      expect(await raw(request('GET /_health HTTP/1.1', `X-A: ${'a'.repeat(17_000)}`))).toMatch(/^HTTP\/1\.1 431 /);
      expect(await raw(request('GET /_health HTTP/1.1', `X-A: ${'a'.repeat(15_000)}`))).toMatch(/^HTTP\/1\.1 204 /);
    });

    it.each(['TRACE', 'PROPFIND', 'PURGE'])('methods that nothing here has: %s', async (method) => {
      expect(await raw(request(`${method} /api/v1/orders HTTP/1.1`))).toMatch(/^HTTP\/1\.1 405 /);
    });

    it('no tunnel', async () => {
      expect(await raw(request('CONNECT example.com:443 HTTP/1.1'))).not.toMatch(/^HTTP\/1\.1 2/);
    });

    it('bodies of the panel of 1 MiB, and of sign-in as it declares', async () => {
      const { body } = await booted.http.post('/api/auth/local').send({ identifier: 'x'.repeat(1_100_000) });
      expect(body).toMatchObject({ status: 413, code: 'body-too-large' });
    });

    it('JSON of 32 levels', async () => {
      const deep = `${'['.repeat(1_000)}${']'.repeat(1_000)}`;
      const { body } = await booted.http.post('/api/auth/local').set('Content-Type', 'application/json').send(deep);
      expect(body.code).toBe('body-shape-excessive');
    });

    it('are set on the server for whoever sends slowly', () => {
      const { httpServer } = booted.strapi.server;
      expect(httpServer).toMatchObject({
        headersTimeout: 15_000,
        requestTimeout: 600_000,
        maxConnections: 4_096,
        maxHeadersCount: 100,
      });
    });

    it('ends who sends his headers one by one', async () => {
      booted.strapi.server.httpServer.headersTimeout = 500;
      const slow = raw('GET /_health HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
      booted.strapi.server.httpServer.headersTimeout = 15_000;
      await booted.http.get('/_health').expect(204);
    });
  });
});
