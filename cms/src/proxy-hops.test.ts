import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { settingsFromEnvironment, strapiServer } from '@linggong/config';
import Koa from 'koa';
import { trustProxies } from './front/trusted-proxies';

/** Which address a request with `X-Forwarded-For` is taken to come from, with Strapi's settings handed to Koa as Strapi does. */
async function addressSeen(variables: Record<string, string>, forwarded: string): Promise<string> {
  const { proxy } = strapiServer({ LINGGONG_SECRET: 'x'.repeat(32), ...variables }) as {
    proxy: { koa: boolean; maxIpsCount: number };
  };
  const app = new Koa({ proxy: proxy.koa, maxIpsCount: proxy.maxIpsCount });
  app.use((ctx) => void (ctx.body = ctx.ip));
  const server = app.listen(0, '127.0.0.1');
  trustProxies(server, settingsFromEnvironment(variables).http);
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'X-Forwarded-For': forwarded } });
    return await answer.text();
  } finally {
    server.close();
  }
}

describe('PROXY_HOPS', () => {
  it('believes no header without proxies of our own', async () => {
    expect(await addressSeen({}, '203.0.113.9')).toMatch(/127\.0\.0\.1$/);
  });

  it.each([
    ['1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['2', '198.51.100.1, 203.0.113.9, 192.0.2.4', '203.0.113.9'],
  ])('with %s of them, what the caller wrote himself is not believed', async (hops, forwarded, address) => {
    expect(await addressSeen({ PROXY_HOPS: hops }, forwarded)).toBe(address);
  });

  it.each(['10.0.0.0/8', '::1', '127.0.0.2,192.168.0.0/16'])(
    'believes nobody who calls past the proxies (%s)',
    async (PROXY_ADDRESSES) => {
      expect(await addressSeen({ PROXY_HOPS: '1', PROXY_ADDRESSES }, '203.0.113.9')).toMatch(/127\.0\.0\.1$/);
    },
  );

  it.each(['127.0.0.1', '10.0.0.0/8, 127.0.0.0/8'])(
    'believes the proxies it is told of (%s)',
    async (PROXY_ADDRESSES) => {
      expect(await addressSeen({ PROXY_HOPS: '1', PROXY_ADDRESSES }, '203.0.113.9')).toBe('203.0.113.9');
    },
  );

  it.each(['anybody', '10.0.0.0/0', '10.0.0.0/8/8', ','])('refuses addresses that are none (%s)', (PROXY_ADDRESSES) => {
    expect(() => strapiServer({ PROXY_ADDRESSES })).toThrow(/PROXY_ADDRESSES/);
  });

  it('refuses a number that is none', () => {
    expect(() => strapiServer({ PROXY_HOPS: 'all' })).toThrow(/PROXY_HOPS/);
  });
});
