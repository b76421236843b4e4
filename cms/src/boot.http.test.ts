import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

describe('the booted platform', () => {
  let booted: BootedStrapi;

  beforeAll(async () => {
    booted = await bootStrapi();
  }, 120_000);
  afterAll(() => booted.stop());

  it('is alive, and not ready before the demo or the first administrators are in place', async () => {
    await booted.http.get('/_health').expect(204);
    await booted.http.get('/_ready').expect(503, { ready: false });
  });

  it('has an icon for the tab of the browser', async () => {
    const { headers, body } = await booted.http.get('/favicon.ico').expect(200);
    expect(headers['content-type']).toMatch(/^image\//);
    expect([...body.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('tells nobody where it lies or what it is made of', async () => {
    const missing = await booted.http.get('/console/assets/nope.js');
    // 503 where the console is not built.
    expect([404, 503]).toContain(missing.status);
    expect(missing.text).not.toMatch(/admin|dist|\//);
    const { headers } = await booted.http.get('/_health').expect(204);
    expect(headers).not.toHaveProperty('strapi');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('runs as the rows-only role', async () => {
    await expect(booted.strapi.db.connection.raw('CREATE TABLE public.intruder ()')).rejects.toThrow(
      /permission denied/,
    );
  });
});
