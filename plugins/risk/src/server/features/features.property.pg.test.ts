import { noteSignals } from '@linggong/access';
import { createDatabase, type Tx } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { addDays, type Day } from '@linggong/core/domain';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { featureNamed, features, type Feature } from '../../domain/features';
import { countOrders, type CountedOrder } from './count-orders';
import { readFeatures } from './read-features';
import { recomputed, type SignIn, type Ties } from './recomputed.fixture';

const TODAY: Day = '2026-11-27';
/** Workers 1 and 2 share a phone, cards 1 and 2 are one card of two people, card 4 an older version of card 3. */
const phones = [7, 7, 8, 9];
const cards = [
  { worker: 1, number: 1 },
  { worker: 2, number: 1 },
  { worker: 3, number: 2 },
  { worker: 3, number: 3 },
  { worker: 4, number: 4 },
];

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await registerEverybody();
});
afterAll(() => test.drop());

async function registerEverybody(): Promise<void> {
  await test.db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       state, real_name_state, vat_role, resident)
     SELECT n, 'W-' || n, 'x', 'name', 'x', 'identity-' || n, 'x', 'phone-' || phone, 'active', 'verified', 'platform-files', true
       FROM unnest($1::int[]) WITH ORDINALITY AS p (phone, n)`,
    [phones],
  );
  await test.db.query(
    `INSERT INTO public.bank_cards (id, worker_id, card_version, card_sealed, card_blind, holder_sealed, holder_blind, state)
     SELECT n, worker, n, 'x', 'card-' || number, 'x', 'name', 'pending'
       FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS c (worker, number, n)`,
    [cards.map(({ worker }) => worker), cards.map(({ number }) => number)],
  );
}

const ties: Ties = {
  signIns: [],
  cardsLike: (id) => cards.flatMap(({ number }, index) => (number === cards[id - 1]?.number ? [index + 1] : [])),
  workersLike: (id) => phones.flatMap((phone, index) => (phone === phones[id - 1] ? [index + 1] : [])),
};

const order = (orderId: number): fc.Arbitrary<Omit<CountedOrder, 'isReturned'>> =>
  fc
    .record({
      card: fc.integer({ min: 1, max: cards.length }),
      enterpriseId: fc.integer({ min: 1, max: 3 }),
      task: fc.integer({ min: 1, max: 2 }),
      amountFen: fc.bigInt({ min: 1n, max: 9_000_000n }),
      daysAgo: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })),
    })
    .map(({ card, enterpriseId, task, amountFen, daysAgo }) => ({
      orderId,
      workerId: cards[card - 1]?.worker ?? 0,
      cardId: card,
      enterpriseId,
      taskId: enterpriseId * 10 + task,
      amountFen,
      day: addDays(TODAY, -daysAgo),
    }));

const devices = ['a', 'b'].map((digit) => digit.repeat(32));
const addresses = ['203.0.113.7', '2001:db8:1:2::9'];
const signIn: fc.Arbitrary<SignIn> = fc
  .record({
    party: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(null)),
    device: fc.constantFrom(undefined, ...devices),
    address: fc.constantFrom(undefined, ...addresses),
    daysAgo: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })),
  })
  .map(({ party, device, address, daysAgo }) => ({
    workerId: party,
    enterpriseId: party === null ? 3 : null,
    device,
    address,
    day: addDays(TODAY, -daysAgo),
  }));

/** As access keeps it when somebody signs in; the hash stands for that of the vault. */
const signedIn = (tx: Tx, { device, day, address, ...party }: SignIn): Promise<void> =>
  noteSignals(tx, { blind: (_kind, clear) => createHash('sha256').update(clear).digest() }, party, device, {
    at: new Date(`${day}T04:00:00Z`),
    address,
  });

/** What is told, in which order: payments and returns, each any number of times, in hearings of some orders. */
const hearings = fc
  .integer({ min: 1, max: 25 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => order(index + 1))))
  .chain((orders) =>
    fc.record({
      orders: fc.constant(orders),
      told: fc.array(
        fc.array(fc.record({ index: fc.nat({ max: orders.length - 1 }), isReturned: fc.boolean() }), {
          minLength: 1,
          maxLength: 8,
        }),
        { minLength: 1, maxLength: 12 },
      ),
      // Before, between and after the payments.
      signIns: fc.array(signIn, { maxLength: 14 }),
    }),
  );

const asked = [1, 2, 3, 4].flatMap((workerId) =>
  [1, 3].map((enterpriseId) => ({
    workerId,
    enterpriseId,
    cardId: cards.findIndex(({ worker }) => worker === workerId) + 1,
    taskId: enterpriseId * 10 + 1,
  })),
);
const sums = features.filter(({ measure }) => measure.kind !== 'graph');

describe('features (R6.3)', () => {
  it('equal a recomputation from the orders and sign-ins, whatever is told twice, returned, or told in another order', async () => {
    await fc.assert(
      fc.asyncProperty(hearings, async ({ orders, told, signIns }) => {
        await emptied();
        const known = new Map<number, CountedOrder>();
        const waiting = [...signIns];
        for (const hearing of told) {
          for (const one of waiting.splice(0, 2)) await test.db.transaction((tx) => signedIn(tx, one));
          const heard = hearing.flatMap(({ index, isReturned }) => {
            const one = orders[index];
            return one ? [{ ...one, isReturned }] : [];
          });
          await test.db.transaction((tx) => countOrders(tx, heard));
          for (const one of heard) {
            known.set(one.orderId, {
              ...one,
              isReturned: one.isReturned || known.get(one.orderId)?.isReturned === true,
            });
          }
        }
        for (const one of waiting) await test.db.transaction((tx) => signedIn(tx, one));
        const read = await readFeatures(test.db, TODAY, asked, sums);
        const expected = asked.map((keys) => valuesOf(sums, keys, [...known.values()], signIns));
        expect(read).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('are the same read one by one, some of them, or all at once', async () => {
    await emptied();
    const [one] = fc.sample(fc.tuple(order(1), order(2), order(3), order(4)), { seed: 7, numRuns: 1 });
    await test.db.transaction((tx) =>
      countOrders(
        tx,
        (one ?? []).map((each) => ({ ...each, isReturned: false })),
      ),
    );
    const all = await readFeatures(test.db, TODAY, asked);
    for (const [index, keys] of asked.entries())
      expect(await readFeatures(test.db, TODAY, [keys])).toEqual([all[index]]);
    const some = features.filter((_feature, index) => index % 7 === 0);
    const few = await readFeatures(test.db, TODAY, asked, some);
    expect(few).toEqual(all.map((values) => Object.fromEntries(some.map(({ name }) => [name, values[name]]))));
  });

  it('count the people who share a card or a phone (one card for many people, one phone for many people)', async () => {
    const graph = features.filter(({ name }) => name === 'cardWorkers' || name === 'phoneWorkers');
    const read = await readFeatures(test.db, TODAY, asked, graph);
    expect(read.filter((_values, index) => index % 2 === 0)).toEqual([
      { cardWorkers: 2, phoneWorkers: 2 },
      { cardWorkers: 2, phoneWorkers: 2 },
      { cardWorkers: 1, phoneWorkers: 1 },
      { cardWorkers: 1, phoneWorkers: 1 },
    ]);
  });

  it('see a payee who is tied to his payer (staff, contact, representative) and the ring of both (R6.3)', async () => {
    await emptied();
    await test.db.query(
      `INSERT INTO public.enterprises (id, number, name, uscc, state, contact_phone_blind)
       VALUES (1, 'E-1', '甲', '1', 'active', 'phone-8'), (2, 'E-2', '乙', '2', 'active', 'phone-8'), (3, 'E-3', '丙', '3', 'active', 'phone-0')`,
    );
    await test.db.query(
      `INSERT INTO risk.representatives (enterprise_id, name_key, kept_at) SELECT 3, repeat('a', 64), now()`,
    );
    await test.db.query(`UPDATE public.workers SET name_blind = repeat('a', 64) WHERE id = 4`);
    const paid = { amountFen: 1n, day: TODAY, isReturned: false, taskId: 11 };
    await test.db.transaction((tx) =>
      countOrders(tx, [
        { ...paid, orderId: 1, workerId: 3, enterpriseId: 1, cardId: 3 },
        { ...paid, orderId: 2, workerId: 3, enterpriseId: 3, cardId: 3 },
        { ...paid, orderId: 3, workerId: 4, enterpriseId: 3, cardId: 5 },
      ]),
    );
    const names = [
      'payeeIsContact',
      'payeeIsRepresentative',
      'payeeIsStaff',
      'payeeContactOf',
      'payeeRing',
      'enterpriseContactShared',
    ];
    const graph = names.flatMap((name) => featureNamed(name) ?? []);
    const of = async (workerId: number, enterpriseId: number): Promise<unknown[]> => {
      const [values] = await readFeatures(test.db, TODAY, [{ workerId, enterpriseId, cardId: 0, taskId: 0 }], graph);
      return names.map((name) => values?.[name]);
    };
    expect(await of(3, 1)).toEqual([1, 0, 0, 2, 1, 1]);
    expect(await of(4, 3)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(await of(1, 3)).toEqual([0, 0, 0, 0, 0, 0]);
    await test.db.query(`UPDATE public.workers SET identity_blind = repeat('b', 64) WHERE id = 1`);
    await holderBehind('b'.repeat(64));
    expect(await of(1, 3)).toEqual([0, 0, 1, 0, 0, 0]);
    expect(await of(1, 1)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('hold against hearers at the same time: nothing is lost and nothing deadlocks', async () => {
    await emptied();
    const all = fc.sample(order(0), { seed: 11, numRuns: 120 }).map((one, index) => ({ ...one, orderId: index + 1 }));
    const hear = (isReturned: boolean, some: readonly Omit<CountedOrder, 'isReturned'>[]): Promise<unknown> =>
      test.db.transaction((tx) =>
        countOrders(
          tx,
          some.map((one) => ({ ...one, isReturned })),
        ),
      );
    const returned = all.filter((_one, index) => index % 3 === 0);
    await Promise.all([
      hear(false, all.slice(0, 80)),
      hear(false, all.slice(40).toReversed()),
      hear(true, returned.slice(0, 25)),
      hear(true, returned.slice(10)),
      hear(false, all),
    ]);
    const known = all.map((one) => ({ ...one, isReturned: returned.includes(one) }));
    expect(await readFeatures(test.db, TODAY, asked, sums)).toEqual(asked.map((keys) => valuesOf(sums, keys, known)));
  });
});

function valuesOf(
  wanted: readonly Feature[],
  keys: (typeof asked)[number],
  orders: readonly CountedOrder[],
  signIns: readonly SignIn[] = [],
): Record<string, number> {
  const register = { ...ties, signIns };
  return Object.fromEntries(wanted.map((each) => [each.name, recomputed(each, keys, TODAY, orders, register)]));
}

/** An account of enterprise 3 with somebody behind it. */
async function holderBehind(identityKey: string): Promise<void> {
  const owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
  try {
    const { id } = await owner.one<{ id: number }>(
      `INSERT INTO public.up_users (document_id, username, account_role, enterprise_id) VALUES ('d', 'staff', 'enterprise', 3) RETURNING id`,
    );
    await owner.query(
      `INSERT INTO access.holders (account_id, identity_key, is_administrator, at) VALUES ($1, $2, false, now())`,
      [id, identityKey],
    );
  } finally {
    await owner.close();
  }
}

/** As the owner: the application takes no row away. */
async function emptied(): Promise<void> {
  const owner = createDatabase({ connectionString: test.ownerUrl, max: 1 });
  try {
    for (const table of ['counted_orders', 'worker_days', 'payer_days', 'payees', 'payee_days'])
      await owner.query(`DELETE FROM risk.${table}`);
    await owner.query('DELETE FROM access.signals');
  } finally {
    await owner.close();
  }
}
