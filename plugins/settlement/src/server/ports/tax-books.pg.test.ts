/**
 * The books of the enterprises against the totals of tax, whatever happens in whatever order: `receivable:E` is what workers owe
 * enterprise E for orders that are paid, and nothing of another (R2.5 二清).
 */
import fc from 'fast-check';
import { systemCommand, type Command, type Database } from '@linggong/core';
import { accountOf, balances, ensureEnterpriseAccounts, post, reverse, verifyBooks } from '@linggong/ledger';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { finalizeTaxes, PLATFORM_GROUP, quoteTaxes, reserveTaxes, voidTaxes, type LineFigures } from '@linggong/tax';
import { orderPostings, type OrderPosting } from '../../domain';
import { taxLine, type TaxedLine } from './taxes';

const command: Command = systemCommand('test', new Date('2026-03-10T02:00:00Z'), 'trace-test');

interface Order extends LineFigures {
  readonly id: number;
  readonly enterpriseId: number;
  readonly grossFen: bigint;
  state: 'reserved' | 'paid' | 'void';
}

type Step = { readonly kind: 'reserve'; readonly enterprise: number; readonly fen: bigint } | Move;
type Move = { readonly kind: 'pay' | 'void'; readonly pick: number };

/** Amounts around the VAT line, so that small payments cross it and cannot bear what they bring about. */
const fen = fc.oneof(
  fc.bigInt({ min: 10_080_000n, max: 10_099_999n }),
  fc.bigInt({ min: 4_000_000n, max: 6_000_000n }),
  fc.bigInt({ min: 5_000n, max: 60_000n }),
  fc.bigInt({ min: 5_000n, max: 300_000n }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reserve' as const),
      enterprise: fc.nat({ max: 1 }),
      fen,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pay' as const), pick: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('void' as const), pick: fc.nat() }) },
);

/** A month is brought to the line and over it by a payment that cannot bear its VAT; a third payment collects what is left. */
const crossing: readonly Step[] = [10_090_000n, 20_000n, 50_000n].map((amount) => ({
  kind: 'reserve',
  enterprise: 0,
  fen: amount,
}));

describe('the ledger and the tax totals', () => {
  let test: TestDatabase;
  let db: Database;
  let enterprises: number[];

  beforeAll(async () => {
    test = await testDatabase({
      only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/ledger', 'plugins/studio', 'plugins/tax'],
    });
    db = test.db;
    enterprises = await idsOf(`INSERT INTO public.enterprises (name) VALUES ('甲'), ('乙')`);
    await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, enterprises));
    const deposits = enterprises.map((id) => ({
      key: `deposit:${id}`,
      kind: 'deposit',
      occurredAt: command.at,
      postings: [{ source: accountOf('deposit', id), destination: accountOf('bank', id), amountFen: 10n ** 14n }],
    }));
    await db.transaction((tx) => post(tx, command, deposits));
  }, 180_000);
  afterAll(() => test.drop());

  const idsOf = async (sql: string): Promise<number[]> =>
    (await db.query<{ id: number }>(`${sql} RETURNING id`)).map(({ id }) => id);
  const day = '2026-03-10';

  async function reserve(workerId: number, enterpriseId: number, grossFen: bigint): Promise<Order> {
    const [id = 0] = await idsOf(`INSERT INTO public.orders (state) VALUES ('confirmed')`);
    const taxed: TaxedLine = { lineKey: String(id), workerId, grossFen, vatRole: 'platform-files', resident: true };
    const line = taxLine(taxed, 70_000n);
    const frame = { groupCode: PLATFORM_GROUP, enterpriseId, day };
    const [quoted] = (await quoteTaxes(db, { ...frame, lines: [line] })).lines;
    if (!quoted?.ok) throw new Error('quoted');
    const lines = [{ ...line, orderId: id, quoted: quoted.figures }];
    const reserved = await db.transaction((tx) => reserveTaxes(tx, { ...frame, lines }, command));
    expect(reserved).toEqual({ ok: true });
    return { ...quoted.figures, id, enterpriseId, grossFen, state: 'reserved' };
  }

  /** As an order is booked: postings and final tax in one transaction. */
  async function pay(order: Order): Promise<void> {
    await db.transaction(async (tx) => {
      const postings: OrderPosting[] = orderPostings(order.enterpriseId, {
        ...order,
        feeFen: 0n,
        feeTiming: 'with-payment',
      });
      await post(tx, command, [
        { key: `order-paid:${order.id}`, kind: 'order-paid', occurredAt: command.at, postings },
      ]);
      await finalizeTaxes(tx, [order.id], command);
    });
    order.state = 'paid';
  }

  /** As a returned order is unwound, or one that was never paid is cancelled. */
  async function undo(order: Order): Promise<void> {
    await db.transaction(async (tx) => {
      if (order.state === 'paid') await reverse(tx, command, [`order-paid:${order.id}`], '退汇');
      await voidTaxes(tx, [order.id], command);
    });
    order.state = 'void';
  }

  const ledgerOf = async (kind: 'receivable' | 'tax-vat' | 'tax-surcharge' | 'tax-iit', enterpriseId: number) =>
    (await balances(db, { accounts: [accountOf(kind, enterpriseId)] }))[0]?.balanceFen ?? 0n;

  interface Totals {
    owed: bigint;
    reserved: bigint;
    vat: bigint;
    surcharge: bigint;
    tax: bigint;
  }
  /** What tax says of an enterprise: what is owed to it, the part of it that waits for payment, and taxes of paid orders. */
  const totalsOf = (enterpriseId: number): Promise<Totals> =>
    db.one<Totals>(
      `SELECT (SELECT coalesce(sum(owed_fen), 0)::bigint FROM tax.balances WHERE enterprise_id = $1) AS owed,
              coalesce(sum(receivable_fen - collected_fen) FILTER (WHERE state = 'reserved'), 0)::bigint AS reserved,
              (coalesce(sum(vat_fen) FILTER (WHERE state = 'paid'), 0) + max(a.vat))::bigint AS vat,
              (coalesce(sum(urban_maintenance_fen + education_fen + local_education_fen) FILTER (WHERE state = 'paid'), 0)
                + max(a.surcharge))::bigint AS surcharge,
              (coalesce(sum(income_tax_fen) FILTER (WHERE state = 'paid'), 0) + max(a.tax))::bigint AS tax
         FROM (SELECT coalesce(sum(vat_fen), 0) AS vat, coalesce(sum(income_tax_fen), 0) AS tax,
                      coalesce(sum(urban_maintenance_fen + education_fen + local_education_fen), 0) AS surcharge
                 FROM tax.adjustments WHERE enterprise_id = $1) a
         LEFT JOIN public.tax_records r ON r.enterprise_id = $1`,
      [enterpriseId],
    );

  async function expectAgreement(): Promise<void> {
    for (const enterpriseId of enterprises) {
      const totals = await totalsOf(enterpriseId);
      expect(await ledgerOf('receivable', enterpriseId)).toBe(totals.owed - totals.reserved);
      expect(await ledgerOf('tax-vat', enterpriseId)).toBe(-totals.vat);
      expect(await ledgerOf('tax-surcharge', enterpriseId)).toBe(-totals.surcharge);
      expect(await ledgerOf('tax-iit', enterpriseId)).toBe(-totals.tax);
    }
  }

  it('agree after every step of reserving, paying and voiding over two enterprises', async () => {
    const seen = { lent: 0, collected: 0, givenBack: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const [worker = 0] = await idsOf(`INSERT INTO public.workers (number) VALUES (gen_random_uuid())`);
        const orders: Order[] = [];
        for (const each of [...crossing, ...steps]) {
          if (each.kind === 'reserve') {
            const order = await reserve(worker, enterprises[each.enterprise] ?? 0, each.fen);
            orders.push(order);
            if (order.receivableFen > 0n) seen.lent += 1;
            if (order.collectedFen > 0n) seen.collected += 1;
            if (order.collectedFen < 0n) seen.givenBack += 1;
          } else {
            const from = orders.filter(
              ({ state }) => state === 'reserved' || (each.kind === 'void' && state === 'paid'),
            );
            const order = from[each.pick % Math.max(from.length, 1)];
            if (order) await (each.kind === 'pay' ? pay(order) : undo(order));
          }
          await expectAgreement();
        }
        // With every payment void nothing is owed by anybody, and no tax stands on any book.
        for (const order of orders) if (order.state !== 'void') await undo(order);
        await expectAgreement();
        const left = await db.query('SELECT FROM tax.balances WHERE worker_id = $1 AND owed_fen <> 0', [worker]);
        expect(left).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true, seed: 20_260_310 },
    );
    expect(await verifyBooks(db)).toEqual([]);
    expect([seen.lent > 3, seen.collected > 3, seen.givenBack > 3]).toEqual([true, true, true]);
  }, 240_000);
});
