import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { channelsOf, creditSubAccount, sandboxCard, SANDBOX_BANK } from '@linggong/channels';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { shanghaiDay } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';

const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('channels-test', at, 'trace-1');

let app: BootedStrapi;
let finance: string;
let orders: number[];

/** Two orders, one to a card that is closed, prepared and asked to be sent in one transaction, as settlement does. */
beforeAll(async () => {
  app = await bootStrapi();
  finance = await app.token('finance-officer');
  const db = databaseOf(app.strapi);
  const vault = vaultOf(app.strapi);
  // To a payout an order is a foreign key and nothing more: what settlement asks of its rows is not the matter here.
  const owner = createDatabase({ connectionString: app.database.ownerUrl, max: 1 });
  await owner.query('ALTER TABLE public.orders DROP CONSTRAINT orders_complete, DROP CONSTRAINT orders_fee_agreed');
  await owner.close();
  const rows = await db.query<{ id: number }>(
    "INSERT INTO public.orders (number, state) VALUES ('T-1', 'confirmed'), ('T-2', 'confirmed') RETURNING id",
  );
  orders = rows.map(({ id }) => id);
  await db.transaction(async (tx) => {
    await creditSubAccount(tx, { account: 'SUB-1', holder: '甲', amountFen: 10_000n, serial: 'IN-1', at });
    const lines = orders.map((orderId, index) => ({
      orderId,
      payerAccount: 'SUB-1',
      amountFen: 1_000n,
      remark: 'test',
      payee: {
        subject: `s-${orderId}`,
        cardSealed: vault
          .seal('bank-card', `s-${orderId}`, sandboxCard(index === 0 ? 'settles' : 'closed', orderId))
          .toString('base64'),
        nameSealed: vault.seal('name', `s-${orderId}`, '张三').toString('base64'),
      },
    }));
    const group = { bankCode: null, batchFen: 2_000n, payments: 2, day: '2026-11-20' } as const;
    const { channel, routing } = await channelsOf(app.strapi).route(tx, command, group, { kind: 'test-batch', id: 1 });
    const { messageId } = await channelsOf(app.strapi).prepare(tx, command, channel, lines, null, routing);
    await channelsOf(app.strapi).requestSend(tx, command, messageId ?? '');
  });
}, 240_000);
afterAll(() => app.stop());

const get = (path: string, token = finance) => app.http.get(path).set('Authorization', `Bearer ${token}`);

it('the job sends, the schedule collects, and finance sees what became of it', async () => {
  await jobsOf(app.strapi).drain();
  await jobsOf(app.strapi).tick('channels.poll');
  const { body, headers } = await get(
    `/api/console/payouts?filter={"orderId":[${orders.join(',')}]}&sort=["id","ASC"]`,
  );
  expect(headers['content-range']).toBe('payouts 0-1/2');
  expect(body).toMatchObject([
    { orderId: orders[0], state: 'settled', amountFen: 1_000, payerAccount: 'SUB-1', reasonCode: null },
    { orderId: orders[1], state: 'rejected', reasonCode: 'AC04' },
  ]);
  const detail = await get(`/api/console/payouts/${body[1].id}`);
  expect(detail.body.reason).toMatchObject({ text: { zh: '收款账户已销户' } });
  const files = await get('/api/console/payout-files');
  expect(files.body).toMatchObject([{ channel: SANDBOX_BANK, state: 'sent', lines: 2, totalFen: 2_000 }]);
  const routed = { routingVersionNo: 1, routingRow: null, routingBySetting: true };
  expect([body[0], files.body[0]]).toMatchObject([routed, routed]);
});

it('a routing table that names a channel nobody pays through is refused; one that does not is replayed on past files (R13.1)', async () => {
  const config = await app.token('config-operator');
  const post = (path: string, body: object = {}) =>
    app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${config}`).send(body);
  const filter = encodeURIComponent(JSON.stringify({ kind: 'decision-table', key: 'channels.routing' }));
  const [line] = (await get(`/api/console/configurations?filter=${filter}`, config)).body;
  const { body: draft } = await post(`/configurations/${line.id}/drafts`);
  const at = `/configuration-versions/${draft.id}`;
  const save = (revision: number, name: string) => {
    const row = { id: 'two-or-more', cells: { payments: { from: 2 }, channel: name } };
    const columns = draft.content.columns.map((column: { field: string; choices: object[] }) =>
      column.field === 'channel'
        ? { ...column, choices: [...column.choices.slice(0, 3), { value: name, label: { zh: name, en: name } }] }
        : column,
    );
    const content = { ...draft.content, columns, rows: [row] };
    const cases = [{ ...draft.cases[0], expect: { rows: ['two-or-more'], answer: { channel: name } } }];
    return app.http
      .put(`/api/v1${at}/content`)
      .set('Authorization', `Bearer ${config}`)
      .send({ revision, content, cases, note: '两笔以上走文件渠道' })
      .expect(200);
  };
  await save(1, 'bank-file-nobody');
  const refused = (await post(`${at}/check`, { revision: 2 })).body.check;
  expect(refused).toMatchObject({ passed: false, faults: [expect.objectContaining({ code: 'needed-answer' })] });
  await save(2, 'bank-file-icbc');
  expect((await post(`${at}/check`, { revision: 3 })).body.check).toMatchObject({ passed: true });
  const day = shanghaiDay(command.at);
  expect((await post(`${at}/replays`, { from: day, to: day })).status).toBe(202);
  await jobsOf(app.strapi).drain();
  expect((await get(`/api/v1${at}`, config)).body.replay).toMatchObject({
    compared: 1,
    changed: 1,
    changedFen: 2_000,
    pairs: [{ before: 'by-setting', after: 'bank-file-icbc' }],
  });
});

it('enterprises and workers see no payouts; there is no way to write one', async () => {
  expect((await get('/api/console/payouts', await app.token('enterprise', { enterpriseId: 1 }))).status).toBe(403);
  expect((await get('/api/console/payouts', await app.token('worker', { workerId: 1 }))).status).toBe(403);
  const written = await app.http.post('/api/payouts').set('Authorization', `Bearer ${finance}`).send({ data: {} });
  expect([403, 404, 405]).toContain(written.status);
});
