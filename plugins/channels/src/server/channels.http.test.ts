import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { channelsOf, creditSubAccount, sandboxCard, SANDBOX_BANK } from '@linggong/channels';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
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
    const { messageId } = await channelsOf(app.strapi).prepare(tx, command, SANDBOX_BANK, lines);
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
});

it('enterprises and workers see no payouts; there is no way to write one', async () => {
  expect((await get('/api/console/payouts', await app.token('enterprise', { enterpriseId: 1 }))).status).toBe(403);
  expect((await get('/api/console/payouts', await app.token('worker', { workerId: 1 }))).status).toBe(403);
  const written = await app.http.post('/api/payouts').set('Authorization', `Bearer ${finance}`).send({ data: {} });
  expect([403, 404, 405]).toContain(written.status);
});
