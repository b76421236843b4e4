import { createDatabase, databaseOf, type Database } from '@linggong/core';
import { makeFileLink, ownBytes, vaultOf } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import { z } from 'zod';
import { route } from '../http/define-route';
import { bootWith, type TestPlatform } from '../platform.fixture';

const clear = 'an agreement of somebody';
const subject = { kind: 'paper', id: 7 };

/** Keeps a file and asks for it, as the download operations of the plugins do. */
const askRoute = route({
  method: 'POST',
  path: '/test/papers',
  resource: 'audit-log',
  action: 'verify',
  summary: { zh: '取件', en: 'Ask for a paper' },
  body: z.strictObject({ fileName: z.string() }),
  answers: { 201: fileLinkAnswer },
  handle: async ({ strapi, body, account, command }) => {
    const link = await databaseOf(strapi).transaction(async (tx) => {
      const about = { kind: 'paper', contentType: 'image/png', subject: 'paper:7' };
      const { id } = await vaultOf(strapi).putFile(tx, about, ownBytes(Buffer.from(clear)));
      const linked = { fileId: id, fileName: body.fileName, sessionId: account.sessionId, subject };
      return makeFileLink(tx, command.at, { ...linked, resource: 'audit-log', action: 'verify' });
    });
    return { status: 201, body: link };
  },
});

/** R9.5 and domain.md 8.4: private files go out by a link that is authorised, audited and ends. */
describe('a link to a private file', () => {
  let platform: TestPlatform;
  let auditor: string;
  let owner: Database;

  beforeAll(async () => {
    platform = await bootWith({ routes: [askRoute] });
    owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
  }, 120_000);
  beforeEach(async () => {
    auditor = await platform.token({ role: 'audit-admin' });
  });
  afterAll(async () => {
    await owner?.close();
    await platform?.stop();
  });

  const ask = async (fileName = 'a.png'): Promise<string> => {
    const asked = platform.http.post('/api/v1/test/papers').auth(auditor, { type: 'bearer' }).send({ fileName });
    return (await asked.expect(201)).body.url;
  };
  const take = (url: string) => platform.http.get(url).responseType('blob');

  it('opens it once, without a token, to be saved and never shown', async () => {
    const url = await ask('合同\r\nX-Evil: 1".png');
    const { headers, body } = await take(url).expect(200);
    expect(body.toString()).toBe(clear);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(clear.length),
      'content-disposition': 'attachment; filename="____X-Evil__1_.png"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    await take(url).expect(404);
    const token = url.split('/').at(-1) ?? '';
    expect(token).toHaveLength(43);
    expect(platform.log.filter((line) => line.includes(token))).toEqual([]);
  });

  it('opens it to one of two who come at once', async () => {
    const url = await ask();
    const { length } = await platform.audited('private-file.read');
    const statuses = (await Promise.all([take(url), take(url), take(url)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404]);
    const entries = await platform.audited('private-file.read');
    expect(entries.slice(length)).toMatchObject([
      { actor: expect.stringMatching(/^audit-admin#/), subject: 'paper 7' },
    ]);
  });

  it('opens nothing after a minute', async () => {
    const url = await ask();
    await owner.query(
      `UPDATE vault.file_links SET made_at = made_at - interval '1 minute', expires_at = expires_at - interval '1 minute'`,
    );
    await take(url).expect(404);
  });

  it.each([
    `UPDATE access.sessions SET ended_at = now() WHERE ended_at IS NULL`,
    `UPDATE public.up_users SET blocked = true`,
    `UPDATE public.up_users SET blocked = false, account_role = 'operator'`,
  ])('opens nothing once its session has ended, its account is blocked, or has lost the right: %s', async (sql) => {
    const url = await ask();
    await owner.query(sql);
    await take(url).expect(404);
    await owner.query(`UPDATE public.up_users SET blocked = false, account_role = 'audit-admin'`);
  });

  it.each(['short', 'A'.repeat(43), '../../etc/passwd'.replaceAll('/', '%2F')])(
    'is not guessed (%s)',
    async (token) => {
      const { body } = await platform.http.get(`/api/v1/private-files/${token}`).expect(404);
      expect(body.code).toBe('not-found');
    },
  );
});
