import { createFeePlan } from '@linggong/billing';
import type { NewFeePlan } from '@linggong/billing/api';
import { accountOf, balances, verifyBooks, type EnterpriseAccountKind } from '@linggong/ledger';
import type { Fen } from '@linggong/core/domain';
import type { Person } from './people.fixture';
import { person, rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;
let people: Person[];
let workerIds: number[];
let closed: Person;
let returned: Person;
let serial = 700_000;
let task = 0;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(async () => {
  expect(await verifyBooks(world.db)).toEqual([]);
  await world.stop();
});
beforeEach(async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  ({ people, workerIds } = await world.another(4));
  [closed, returned] = [person((serial += 1), 'closed'), person((serial += 1), 'returned')];
  workerIds = [...workerIds, ...(await world.workers([closed, returned]))];
  await world.deposit(50_000_000n);
});

type Terms = Omit<NewFeePlan, 'enterpriseId' | 'effectiveFrom'>;

/** Gives the enterprise of this test another plan from today on. */
const charge = (terms: Terms, effectiveFrom = '2026-11-01') =>
  world.db.transaction((tx) =>
    createFeePlan(tx, world.as('finance-approver'), { enterpriseId: world.enterpriseId, effectiveFrom, ...terms }),
  );

/** Paid to a card that the bank refuses, or whose payment comes back the next day. */
const REFUSED = 'refused:100.13';
const RETURNED = 'returned:100.17';

/** A quoted batch that pays people one amount each, on a task of its own. */
async function quoted(...amounts: string[]): Promise<number> {
  task += 1;
  await world.task(`FE-${task}`, workerIds, 900_000_000n);
  return world.quoted(
    amounts.map((amount, index) => {
      const [fate = '', fated] = amount.split(':');
      const one = fated === undefined ? people[index] : fate === 'refused' ? closed : returned;
      if (one === undefined) throw new Error('more amounts than people');
      return rowOf(one, `FE-${task}`, fated ?? amount);
    }),
  );
}

interface OrderRow {
  readonly state: string;
  readonly amount: Fen;
  readonly gross: Fen;
  readonly fee: Fen;
  readonly net: Fen;
}

const ordersOf = (batchId: number) =>
  world.db.query<OrderRow>(
    `SELECT state, amount_fen AS amount, gross_fen AS gross, fee_fen AS fee, net_fen AS net FROM public.orders
      WHERE batch_id = $1 ORDER BY row_no`,
    [batchId],
  );

const linesOf = (batchId: number) =>
  world.db.query<{ state: string; fee: Fen | null; codes: string[] }>(
    `SELECT state, fee_fen AS fee, codes FROM settlement.lines WHERE batch_id = $1 ORDER BY row_no`,
    [batchId],
  );

/** What stands on an account of the enterprise, positive on the side on which it grows. */
async function on(kind: EnterpriseAccountKind): Promise<Fen> {
  const [row] = await balances(world.db, { accounts: [accountOf(kind, world.enterpriseId)] });
  const balance = row?.balanceFen ?? 0n;
  return kind === 'fee-receivable' ? balance : -balance;
}

const month = () =>
  world.db.maybeOne<{ volume: Fen; fee: Fen }>(
    `SELECT volume_fen AS volume, fee_fen AS fee FROM billing.months WHERE enterprise_id = $1 AND month = '2026-11'`,
    [world.enterpriseId],
  );

const version = async (id: number): Promise<number> => (await world.batch(id)).version;
const confirm = async (id: number) => world.settlement.confirm(world.as('enterprise'), id, await version(id));

/** Releases a batch that was not released by rule. */
async function release(id: number): Promise<void> {
  if ((await world.batch(id)).state === 'confirmed')
    await world.settlement.release(world.as('finance-approver', 9), id);
}

describe('a fee on top, with the payment', () => {
  it('is what it was before there were other plans', async () => {
    const id = await quoted('1000.00', '33.33');
    await confirm(id);
    expect(await world.money()).toEqual({ availableFen: 50_000_000n - 109_533n, heldFen: 109_533n });
    await world.drain();
    expect(await ordersOf(id)).toEqual([
      { state: 'paid', amount: 100_000n, gross: 100_000n, fee: 6_000n, net: 100_000n },
      { state: 'paid', amount: 3_333n, gross: 3_333n, fee: 200n, net: 3_333n },
    ]);
    expect([await on('fee'), await on('deposit')]).toEqual([6_200n, 50_000_000n - 109_533n]);
    expect(await month()).toEqual({ volume: 103_333n, fee: 6_200n });
  });
});

describe('a fee inside the amount', () => {
  it('leaves the worker the rest, and the enterprise pays the amount', async () => {
    await charge({ rate: '0.06', bearing: 'inside' });
    const id = await quoted('1000.00');
    await confirm(id);
    await world.drain();
    expect(await ordersOf(id)).toEqual([
      { state: 'paid', amount: 100_000n, gross: 94_000n, fee: 6_000n, net: 94_000n },
    ]);
    expect(await on('deposit')).toBe(50_000_000n - 100_000n);
  });

  it('that leaves the worker nothing blocks its line, and the others share what it would have borne', async () => {
    await charge({ rate: '0.06', bearing: 'inside', batchMinFen: 40_000 });
    const id = await quoted('1000.00', '0.01', '1000.00');
    expect(await linesOf(id)).toEqual([
      { state: 'ready', fee: 20_000n, codes: [] },
      { state: 'ready', fee: 0n, codes: [] },
      { state: 'ready', fee: 20_000n, codes: [] },
    ]);
    const fixed = await charge({ kind: 'fixed', fixedFen: 500, bearing: 'inside' }, '2026-11-02');
    expect(fixed.state).toBe('in-force');
    const other = await quoted('1000.00', '5.00');
    expect(await linesOf(other)).toMatchObject([{ state: 'ready', fee: 500n }, { codes: ['fee-above-amount'] }]);
  });
});

describe('before the trade', () => {
  it('is charged by the confirmation, earned with each paid order, and given back with what failed', async () => {
    await charge({ rate: '0.1', chargedWhen: 'before' });
    const id = await quoted('1000.00', REFUSED);
    await confirm(id);
    expect(await world.money()).toEqual({ availableFen: 50_000_000n - 121_014n, heldFen: 110_013n });
    expect([await on('fee-prepaid'), await on('fee')]).toEqual([11_001n, 0n]);
    await world.drain();
    expect((await ordersOf(id)).map(({ state }) => state)).toEqual(['paid', 'failed']);
    expect([await on('fee-prepaid'), await on('fee'), await on('deposit')]).toEqual([0n, 10_000n, 49_890_000n]);
    expect(await month()).toEqual({ volume: 100_000n, fee: 10_000n });
  });

  it('is kept where the plan keeps it', async () => {
    await charge({ rate: '0.1', chargedWhen: 'before', returnedFee: 'keep' });
    const id = await quoted('1000.00', REFUSED);
    await confirm(id);
    await world.drain();
    expect([await on('fee-prepaid'), await on('fee'), await on('deposit')]).toEqual([0n, 11_001n, 49_888_999n]);
    expect(await month()).toEqual({ volume: 100_000n, fee: 11_001n });
  });

  it('goes back whole with a batch that is cancelled, also where the plan keeps fees', async () => {
    await charge({ rate: '0.1', chargedWhen: 'before', returnedFee: 'keep' });
    const id = await quoted('120000.00');
    await confirm(id);
    await world.settlement.cancel({ ...world.as('enterprise'), reason: 'a mistake' }, id);
    expect(await world.money()).toEqual({ availableFen: 50_000_000n, heldFen: 0n });
    expect([await on('fee-prepaid'), await on('fee')]).toEqual([0n, 0n]);
    expect(await month()).toEqual({ volume: 0n, fee: 0n });
  });
});

describe('after the trade', () => {
  it('is owed with each paid order, and nothing of it is held', async () => {
    await charge({ rate: '0.1', chargedWhen: 'after' });
    const id = await quoted('1000.00', REFUSED);
    await confirm(id);
    expect(await world.money()).toEqual({ availableFen: 50_000_000n - 110_013n, heldFen: 110_013n });
    await world.drain();
    expect([await on('fee-receivable'), await on('fee'), await on('deposit')]).toEqual([10_000n, 10_000n, 49_900_000n]);
  });
});

describe('a payment that comes back', () => {
  it.each([
    ['before', 'give-back', 0n, 0n, 50_000_000n],
    ['before', 'keep', 1_002n, 0n, 49_998_998n],
    ['with-payment', 'give-back', 0n, 0n, 50_000_000n],
    ['with-payment', 'keep', 1_002n, 0n, 49_998_998n],
    ['after', 'give-back', 0n, 0n, 50_000_000n],
    ['after', 'keep', 1_002n, 1_002n, 50_000_000n],
  ] as const)('charged %s: %s', async (chargedWhen, returnedFee, fee, owed, deposit) => {
    await charge({ rate: '0.1', chargedWhen, returnedFee });
    const id = await quoted(RETURNED);
    await confirm(id);
    await world.drain();
    await world.drain('2026-11-24T03:00:00Z');
    expect(await world.orderStates(id)).toEqual(['returned']);
    expect([await on('fee'), await on('fee-receivable'), await on('deposit')]).toEqual([fee, owed, deposit]);
    expect(await month()).toEqual({ volume: 0n, fee });
  });
});

describe('tiers by the volume of the month', () => {
  const tiers = [{ rate: '0.1' }, { fromVolumeFen: 100_000, rate: '0.05' }];

  it('two batches confirmed one after the other, or at once, cost the same', async () => {
    await charge({ kind: 'tiered', tierBasis: 'month-volume', tierMode: 'progressive', tiers });
    const [first, second] = [await quoted('600.00', '200.00'), await quoted('700.00')];
    const answers = await Promise.allSettled([confirm(first), confirm(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [stale] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(stale).toMatchObject({ status: 409, code: 'quote-stale', extra: { cause: 'fee-month', quoteVersion: 2 } });
    const late = answers[0].status === 'rejected' ? first : second;
    await confirm(late);
    // 1,500 yuan of volume: 1,000 at 10 %, 500 at 5 %.
    expect(await month()).toEqual({ volume: 150_000n, fee: 12_500n });
  });

  it('a failed order leaves the fee of the others as it was, and the next batch begins lower', async () => {
    await charge({ kind: 'tiered', tierBasis: 'month-volume', tierMode: 'progressive', tiers });
    const id = await quoted('900.00', REFUSED, '100.00');
    await confirm(id);
    await world.drain();
    expect((await ordersOf(id)).map(({ state, fee }) => [state, fee])).toEqual([
      ['paid', 9_000n],
      ['failed', 1_001n],
      ['paid', 500n],
    ]);
    expect(await month()).toEqual({ volume: 100_000n, fee: 9_500n });
  });
});

describe('limits of a batch and of a month', () => {
  it('sum to the whole, and the month is never charged more than its maximum', async () => {
    await charge({ rate: '0.06', batchMinFen: 10_000, monthMaxFen: 15_000 });
    const first = await quoted('100.00', '100.00', '100.00');
    expect((await linesOf(first)).map(({ fee }) => fee)).toEqual([3_334n, 3_333n, 3_333n]);
    await confirm(first);
    const second = await quoted('1000.00');
    expect((await linesOf(second)).map(({ fee }) => fee)).toEqual([5_000n]);
    await confirm(second);
    expect(await month()).toMatchObject({ fee: 15_000n });
  });
});

describe('tax that the enterprise bears', () => {
  it('finds the gross that gives the promised net, holds it, and pays the net to the fen', async () => {
    await charge({ rate: '0.06', taxBearer: 'enterprise' });
    const id = await quoted('60000.00', '101000.00', '500.00');
    const { grossFen, feeFen, taxFen } = await world.batch(id);
    expect([feeFen, taxFen > 0n]).toEqual([969_000n, true]);
    expect(grossFen - taxFen).toBe(16_150_000n);
    await confirm(id);
    await release(id);
    await world.drain();
    const orders = await ordersOf(id);
    expect(orders.map(({ state, amount, net }) => [state, amount, net])).toEqual([
      ['paid', 6_000_000n, 6_000_000n],
      ['paid', 10_100_000n, 10_100_000n],
      ['paid', 50_000n, 50_000n],
    ]);
    expect(await on('deposit')).toBe(50_000_000n - grossFen - feeFen);
    expect(await on('workers')).toBe(0n);
  });

  it('with the fee inside, promises what is left of the amount', async () => {
    await charge({ rate: '0.05', bearing: 'inside', taxBearer: 'enterprise' });
    const id = await quoted('20000.00');
    await confirm(id);
    await world.drain();
    expect(await ordersOf(id)).toMatchObject([{ state: 'paid', amount: 2_000_000n, fee: 100_000n, net: 1_900_000n }]);
  });
});

it('urban maintenance tax goes by the place of the platform, not by that of the enterprise', async () => {
  const surcharge = async (rate: string) => {
    ({ people, workerIds } = await world.another(1));
    await world.deposit(50_000_000n);
    await world.db.query('UPDATE public.enterprises SET urban_maintenance_rate = $2 WHERE id = $1', [
      world.enterpriseId,
      rate,
    ]);
    const id = await quoted('110000.00');
    return world.db.one<{ fen: Fen }>('SELECT surcharge_fen AS fen FROM settlement.lines WHERE batch_id = $1', [id]);
  };
  // VAT 1,089.11; of it 7 % in the city, 3 % and 2 % for education, each halved.
  expect(await surcharge('0.07')).toEqual({ fen: 6_535n });
  expect(await surcharge('0.01')).toEqual({ fen: 6_535n });
});

describe('sent in another month', () => {
  it('a promised net that has become cheaper frees the difference', async () => {
    await charge({ rate: '0.06', taxBearer: 'enterprise' });
    const earlier = await quoted('90000.00');
    await confirm(earlier);
    await release(earlier);
    await world.drain();
    const id = await quoted('95000.00');
    await confirm(id);
    const [before] = await ordersOf(id);
    world.clock.moveTo('2026-12-02T03:00:00Z');
    await release(id);
    await world.drain();
    const [after] = await ordersOf(id);
    expect(after).toMatchObject({ state: 'paid', net: 9_500_000n, fee: before?.fee });
    expect((before?.gross ?? 0n) > (after?.gross ?? 0n)).toBe(true);
    expect((await world.money()).heldFen).toBe(0n);
  });

  it('one that has become dearer than its hold is stopped, and gives everything back', async () => {
    await charge({ rate: '0.06', taxBearer: 'enterprise' });
    const id = await quoted('95000.00', '200.00');
    await confirm(id);
    world.clock.moveTo('2026-12-02T03:00:00Z');
    const earlier = await quoted('90000.00');
    await confirm(earlier);
    await release(earlier);
    await world.drain();
    await release(id);
    await world.drain();
    expect((await ordersOf(id)).map(({ state, net }) => [state, net])).toEqual([
      ['failed', 9_500_000n],
      ['paid', 20_000n],
    ]);
    expect((await world.money()).heldFen).toBe(0n);
    expect((await world.batch(id)).state).toBe('completed');
  });
});
