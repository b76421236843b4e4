import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { systemCommand, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { Jobs, NewEvent } from '@linggong/jobs';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { ChannelFault, sandboxCard, type PayoutChannel, type SandboxCase } from '../../domain';
import { createChannels, type Channels } from '../channels';
import { createSandboxBank, SANDBOX_BANK } from '../sandbox-bank/sandbox-bank';
import { creditSubAccount, subAccounts } from '../sandbox-bank/sub-accounts';
import type { PayoutOrder } from './prepare-payouts';

const at = new Date('2026-11-20T02:00:00Z');
const commandAt = (instant: Date): Command => systemCommand('channels-test', instant, 'trace-1');
const command = commandAt(at);
const tomorrow = commandAt(new Date('2026-11-21T03:00:00Z'));

let kit: TestDatabase;
let db: Database;
let vault: Vault;
let bank: PayoutChannel;
const events: NewEvent[] = [];

/** Only the ends that payouts use: what is told is kept here. */
const jobs: Pick<Jobs, 'emitAll' | 'enqueue'> = {
  emitAll: async (_tx, told) => void events.push(...told),
  enqueue: async () => 'run',
};

beforeAll(async () => {
  kit = await testDatabase({
    only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/studio', 'plugins/channels'],
  });
  db = kit.db;
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  vault = createVault({ keyring, root: os.tmpdir() });
  bank = createSandboxBank({ db, vault });
  await creditSubAccount(db, { account: 'SUB-1', holder: '测试企业', amountFen: 10_000_000n, serial: 'IN-1', at });
}, 120_000);
afterAll(() => kit.drop());
beforeEach(() => void events.splice(0));

const channels = (channel: PayoutChannel = bank): Channels => createChannels({ db, jobs, channels: [channel] });

let serial = 0;

/** An order row of its own, with nothing but what a payout needs: the foreign key is real. */
async function order(wanted: SandboxCase = 'settles', amountFen = 1_000n): Promise<PayoutOrder> {
  serial += 1;
  const { id } = await db.one<{ id: number }>(ORDER_SQL, [serial, amountFen]);
  const subject = `subject-${serial}`;
  return {
    orderId: id,
    payerAccount: 'SUB-1',
    amountFen,
    remark: 'PB-2026-11-0001',
    payee: {
      subject,
      cardSealed: vault.seal('bank-card', subject, sandboxCard(wanted, serial)).toString('base64'),
      nameSealed: vault.seal('name', subject, '张三').toString('base64'),
    },
  };
}
const ORDER_SQL = `INSERT INTO public.orders (number, net_fen) VALUES ('T-' || $1::text, $2) RETURNING id`;

const prepare = (...orders: PayoutOrder[]) =>
  db.transaction((tx) => channels().prepare(tx, command, SANDBOX_BANK, orders));
const stateOf = async ({ orderId }: PayoutOrder) => (await channels().payoutsOf(db, [orderId]))[0]?.state;
const toldOf = (verb: string) =>
  events
    .filter(({ type }) => type === `channels.payout.${verb}`)
    .flatMap(({ payload }) => (payload as { orderIds: number[] }).orderIds);

async function prepared(...orders: PayoutOrder[]): Promise<string> {
  const { messageId } = await prepare(...orders);
  if (messageId === null) throw new Error('nothing was prepared');
  return messageId;
}

describe('from prepared to the bank and back', () => {
  it('settles, rejects, and returns a day later', async () => {
    const [good, closed, back] = [await order(), await order('closed'), await order('returned')];
    const messageId = await prepared(good, closed, back);
    expect(await channels().send(command, messageId)).toEqual({ messageId, lines: 3 });
    expect(toldOf('sent')).toEqual([good, closed, back].map(({ orderId }) => orderId));

    expect(await channels().collect(command)).toEqual({ settled: 2, rejected: 1, returned: 0, unmatched: 0 });
    expect(toldOf('settled')).toEqual([good.orderId, back.orderId]);
    expect(toldOf('rejected')).toEqual([closed.orderId]);
    const [outcome] = await channels().payoutsOf(db, [closed.orderId]);
    expect(outcome).toMatchObject({ state: 'rejected', reasonCode: 'AC04', reasonText: '收款账户已销户', sentAt: at });

    expect(await channels().collect(tomorrow)).toEqual({ settled: 0, rejected: 0, returned: 1, unmatched: 0 });
    expect(toldOf('returned')).toEqual([back.orderId]);
    const [returned] = await channels().payoutsOf(db, [back.orderId]);
    expect(returned).toMatchObject({ state: 'returned', settledAt: at, returnedAt: new Date('2026-11-21T02:00:00Z') });
  });

  it('tells one event a chunk, not one a line', async () => {
    const orders = await Promise.all(Array.from({ length: 30 }, () => order()));
    await channels().send(command, await prepared(...orders));
    await channels().collect(tomorrow);
    expect(events.map(({ type }) => type)).toEqual(['channels.payout.sent', 'channels.payout.settled']);
  });

  it('leaves an unknown outcome as sent', async () => {
    const silent = await order('silent');
    await channels().send(command, await prepared(silent));
    await channels().collect(tomorrow);
    expect(await stateOf(silent)).toBe('sent');
  });
});

describe('preparing', () => {
  it('the same orders again gives the same payouts', async () => {
    const one = await order();
    const first = await prepare(one);
    const again = await prepare(one, await order());
    expect(again.payouts[0]).toEqual(first.payouts[0]);
    expect(again.messageId).not.toBeNull();
    expect(await prepare(one)).toEqual({ messageId: null, payouts: first.payouts });
  });

  it('at the same time prepares each order once', async () => {
    const one = await order();
    const files = await Promise.all([prepare(one), prepare(one), prepare(one)]);
    expect(files.filter(({ messageId }) => messageId !== null)).toHaveLength(1);
    expect(new Set(files.map(({ payouts }) => payouts[0]?.number)).size).toBe(1);
  });

  it('refuses another amount for the same order and attempt; a new attempt is a new payout', async () => {
    const one = await order();
    await prepare(one);
    await expect(prepare({ ...one, amountFen: 1_001n })).rejects.toMatchObject({ code: 'payout-differs' });
    const second = await prepare({ ...one, attempt: 2, amountFen: 1_001n });
    expect(second.payouts).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('works until the file is handed over, and not after', async () => {
    const [keep, drop] = [await order(), await order()];
    const messageId = await prepared(keep, drop);
    const cancel = (one: PayoutOrder) => db.transaction((tx) => channels().cancel(tx, command, [one.orderId]));
    expect(await cancel(drop)).toEqual([drop.orderId]);
    expect(await channels().send(command, messageId)).toEqual({ messageId, lines: 1 });
    expect(await cancel(keep)).toEqual([]);
    await channels().collect(tomorrow);
    expect([await stateOf(keep), await stateOf(drop)]).toEqual(['settled', 'cancelled']);
  });
});

describe('a kill (-9)', () => {
  const paid = async () => (await subAccounts(db, ['SUB-1']))[0]?.balanceFen ?? 0n;

  /** A bank that does its work and then lets the caller die before he hears of it. */
  const dyingAfter = (): PayoutChannel => ({
    ...bank,
    submit: async (file, when) => {
      await bank.submit(file, when);
      throw new ChannelFault('unavailable', 'sandbox-bank', 'the connection was cut');
    },
  });
  const dyingBefore = (): PayoutChannel => ({
    ...bank,
    submit: () => Promise.reject(new ChannelFault('unavailable', 'sandbox-bank', 'no connection')),
  });

  it.each([
    ['after the bank took the file', dyingAfter],
    ['before the bank took the file', dyingBefore],
  ])('%s: sent again, paid once', async (_words, dying) => {
    const one = await order();
    const messageId = await prepared(one);
    const before = await paid();
    await expect(channels(dying()).send(command, messageId)).rejects.toThrow(ChannelFault);
    expect(await stateOf(one)).toBe('sent');
    await channels().send(tomorrow, messageId);
    await channels().send(tomorrow, messageId);
    await channels().collect(tomorrow);
    expect(await stateOf(one)).toBe('settled');
    expect((await channels().payoutsOf(db, [one.orderId]))[0]?.sentAt).toEqual(at);
    expect(before - (await paid())).toBe(1_000n);
    expect(toldOf('sent')).toEqual([one.orderId]);
  });

  it('between hand-over and receipt: files left over are sent again by the schedule', async () => {
    const one = await order();
    const messageId = await prepared(one);
    await expect(channels(dyingBefore()).send(command, messageId)).rejects.toThrow(ChannelFault);
    expect(await channels().resend(commandAt(new Date(at.getTime() + 60_000)))).toBe(0);
    expect(await channels().resend(tomorrow)).toBe(1);
    expect(await channels().resend(tomorrow)).toBe(0);
    await channels().collect(tomorrow);
    expect(await stateOf(one)).toBe('settled');
  });

  it('while answers are applied: nothing is lost, nothing told twice', async () => {
    const orders = await Promise.all(Array.from({ length: 5 }, () => order()));
    await channels().send(command, await prepared(...orders));
    const dyingJobs = { ...jobs, emitAll: () => Promise.reject(new Error('killed')) };
    const dying = createChannels({ db, jobs: dyingJobs, channels: [bank] });
    await expect(dying.collect(tomorrow)).rejects.toThrow('killed');
    expect(await stateOf(orders[0] as PayoutOrder)).toBe('sent');
    const [first, second] = await Promise.all([channels().collect(tomorrow), channels().collect(tomorrow)]);
    expect(first.settled + second.settled).toBe(5);
    expect(toldOf('settled').sort((a, b) => a - b)).toEqual(orders.map(({ orderId }) => orderId).sort((a, b) => a - b));
  });
});

describe('answers that do not fit', () => {
  it('are kept for a person, once', async () => {
    const one = await order();
    await channels().send(command, await prepared(one));
    const number = (await channels().payoutsOf(db, [one.orderId]))[0]?.number ?? '';
    const odd = [
      { endToEndId: number, status: 'returned' as const, reasonCode: 'AC01' as const, bankReference: null, at },
      { endToEndId: 'nobody', status: 'settled' as const, reasonCode: null, bankReference: null, at },
    ];
    let cursor = 0;
    const telling: PayoutChannel = {
      ...bank,
      name: SANDBOX_BANK,
      answers: async () => ({ answers: odd, cursor: `odd-${(cursor += 1)}`, more: false }),
    };
    expect((await channels(telling).collect(tomorrow)).unmatched).toBe(2);
    expect((await channels(telling).collect(tomorrow)).unmatched).toBe(0);
    expect(await stateOf(one)).toBe('sent');
  });
});

describe('the database itself', () => {
  it('refuses what the lifecycle does not know', async () => {
    const one = await order();
    await prepare(one);
    const move = (state: string) =>
      db.query('UPDATE public.payouts SET state = $2 WHERE order_id = $1', [one.orderId, state]);
    await expect(move('settled')).rejects.toThrow('channels.payout-guard');
    await expect(
      db.query('UPDATE public.payouts SET amount_fen = 1 WHERE order_id = $1', [one.orderId]),
    ).rejects.toThrow('channels.payout-guard');
  });
});
