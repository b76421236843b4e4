import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { outboundSettingsFromEnvironment } from '@linggong/config';
import { addressGuard } from './address-guard';
import { guardedLookup } from './guarded-lookup';
import { guardedRequest } from './guarded-request';

const nothingNamed = addressGuard(outboundSettingsFromEnvironment({}));
const wish = { method: 'GET', bytesMax: 100, signal: AbortSignal.timeout(5_000) } as const;
const reasonOf = (url: string, guard = nothingNamed): Promise<unknown> =>
  guardedRequest({ ...wish, url: new URL(url) }, guard).then(
    ({ status }) => status,
    (error: { reason?: string; code?: string }) => error.reason ?? error.code,
  );

/** R9.4: no address that comes from outside makes the platform call its own network. */
describe('a call out of the platform', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/latest/meta-data/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://localhost/',
  ])('never goes to %s', async (url) => {
    expect(await reasonOf(url)).toBe('address-closed');
  });

  it.each([
    ['http://93.184.215.14/', 'scheme-not-allowed'],
    ['ftp://93.184.215.14/', 'scheme-not-allowed'],
    ['file:///etc/passwd', 'scheme-not-allowed'],
    ['https://93.184.215.14:6379/', 'port-not-allowed'],
    ['https://93.184.215.14:22/', 'port-not-allowed'],
  ])('goes to no other scheme or port: %s', async (url, reason) => {
    expect(await reasonOf(url)).toBe(reason);
  });

  it('may go to public addresses', () => {
    for (const address of ['93.184.215.14', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '240e::1'])
      expect([address, nothingNamed.isOpen(address)]).toEqual([address, true]);
    expect(nothingNamed.isOpen('no address')).toBe(false);
  });
});

describe('a name', () => {
  const look = (answers: { address: string; family: number }[], guard = nothingNamed): Promise<unknown> =>
    new Promise((resolve) => {
      const lookup = guardedLookup(guard, (_host, done) => done(null, answers));
      lookup('service.example', { all: true }, (error, addresses) =>
        resolve(error ? Reflect.get(error, 'reason') : addresses),
      );
    });
  const open = { address: '93.184.215.14', family: 4 };
  const inner = { address: '10.0.0.1', family: 4 };

  it('is connected to by the addresses that were looked at', async () => {
    expect(await look([open])).toEqual([open]);
  });

  it('is closed where one of its addresses is, and where it has none', async () => {
    expect(await look([open, inner])).toBe('address-closed');
    expect(await look([])).toBe('address-closed');
  });

  it('is asked once: what it answers a moment later is not connected to', async () => {
    let asked = 0;
    const lookup = guardedLookup(nothingNamed, (_host, done) => done(null, [asked++ === 0 ? open : inner]));
    const first = await new Promise((resolve) => lookup('x', { all: false }, (_error, address) => resolve(address)));
    expect([first, asked]).toEqual([open.address, 1]);
  });

  it('may be inside where the operator named it, or its network', async () => {
    expect(
      await look([inner], addressGuard(outboundSettingsFromEnvironment({ OUTBOUND_ALLOW: 'service.example' }))),
    ).toEqual([inner]);
    expect(
      await look([inner], addressGuard(outboundSettingsFromEnvironment({ OUTBOUND_ALLOW: '10.0.0.0/24' }))),
    ).toEqual([inner]);
    expect(await look([inner], addressGuard(outboundSettingsFromEnvironment({ OUTBOUND_ALLOW: '10.0.1.0/24' })))).toBe(
      'address-closed',
    );
  });
});

describe('what the operator named', () => {
  it.each(['a b', '10.0.0.0/33', '10.0.0.0/0', 'http://x', '-x', '1.2.3.4/8/9'])(
    'is refused where it is none: %s',
    (text) => {
      expect(() => outboundSettingsFromEnvironment({ OUTBOUND_ALLOW: text })).toThrow(/OUTBOUND_ALLOW/);
    },
  );

  it('are the endpoints of services too', () => {
    const { hosts } = outboundSettingsFromEnvironment({ ESIGN_CN_URL: 'https://gateway.internal:8443/esign' });
    expect([...hosts]).toEqual(['gateway.internal']);
  });

  describe('is called', () => {
    let server: Server;
    let url: string;
    const guard = addressGuard(outboundSettingsFromEnvironment({ OUTBOUND_ALLOW: '127.0.0.1' }));
    beforeAll(async () => {
      server = createServer((request, answer) => {
        if (request.url === '/away') return answer.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
        if (request.url === '/long') return answer.end('x'.repeat(10_000));
        if (request.url === '/zip') return answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x');
        return request.pipe(answer);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a TCP port
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('and answers within its bounds', async () => {
      const post = { ...wish, method: 'POST', body: '张三', url: new URL(url) } as const;
      expect(await guardedRequest(post, guard)).toEqual({ status: 200, bytes: Buffer.from('张三') });
      expect(await guardedRequest({ ...wish, url: new URL('/long', url) }, guard)).toEqual({
        status: 200,
        bytes: undefined,
      });
    });

    it('and leads nobody on', async () => {
      expect(await reasonOf(`${url}/away`, guard)).toBe('redirected');
      expect(await reasonOf(`${url}/zip`, guard)).toBe('encoded');
    });
  });
});
