import { systemCommand, type Command, type Database } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { Problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import fc from 'fast-check';
import { accountOf } from '../domain';
import { balances, balancesAt } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { hold, releaseHold } from './hold';
import { post } from './post';
import { reverse } from './reverse';
import { verifyBooks } from './trial-balance';

const start = new Date('2026-11-22T00:00:00Z');
const MINUTE_MS = 60_000;

let kit: TestDatabase;
let db: Database;
let enterprise = 0;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
}, 60_000);
afterAll(() => kit.drop());

const minutesAfter = (minutes: number): Date => new Date(start.getTime() + minutes * MINUTE_MS);
const commandAt = (at: Date): Command => systemCommand('ledger-test', at, 'trace-1');

/** A step `wait` minutes after the one before it, about something that happened `late` minutes before it is recorded. */
interface Step {
  readonly do: 'deposit' | 'hold' | 'pay-held' | 'pay' | 'release' | 'reverse';
  readonly amount: number;
  readonly wait: number;
  readonly late: number;
  readonly of: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('deposit', 'deposit', 'hold', 'hold', 'pay-held', 'pay-held', 'pay', 'release', 'reverse'),
  amount: fc.integer({ min: 1, max: 60 }),
  // Nothing at all at times: commands of the same instant.
  wait: fc.integer({ min: 0, max: 90 }),
  late: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 })),
  of: fc.integer({ min: 0, max: 20 }),
});

/** One enterprise's history: the steps that were accepted, and what was available as each was recorded. */
class History {
  readonly holds: string[] = [];
  readonly entries: string[] = [];
  readonly instants = new Set<number>();
  readonly seen = new Map<number, { availableFen: Fen | null; heldFen: Fen }>();
  private minute = 1_000;
  private serial = 0;

  constructor(readonly enterpriseId: number) {}

  async run(step: Step): Promise<void> {
    this.minute += step.wait;
    this.serial += 1;
    const recorded = minutesAfter(this.minute);
    const happened = minutesAfter(this.minute - step.late);
    await db
      .transaction((tx) => this.work(step, tx, commandAt(recorded), happened))
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      });
    for (const at of [recorded, happened]) this.instants.add(at.getTime());
    const [now] = await balances(db, { accounts: [this.deposit] });
    this.seen.set(recorded.getTime(), { availableFen: now?.availableFen ?? null, heldFen: now?.heldFen ?? 0n });
  }

  get deposit() {
    return accountOf('deposit', this.enterpriseId);
  }

  private async work(step: Step, tx: Parameters<typeof post>[0], command: Command, occurredAt: Date): Promise<void> {
    const [key, amountFen] = [`${this.enterpriseId}:${this.serial}`, BigInt(step.amount)];
    const [bank, held] = [accountOf('bank', this.enterpriseId), this.holds[step.of % Math.max(this.holds.length, 1)]];
    const paying = {
      key,
      kind: 'test',
      occurredAt,
      postings: [{ source: bank, destination: this.deposit, amountFen }],
    };
    switch (step.do) {
      case 'deposit':
        await post(tx, command, [{ ...paying, postings: [{ source: this.deposit, destination: bank, amountFen }] }]);
        this.entries.push(key);
        return;
      case 'hold':
        await hold(tx, command, [{ key, account: this.deposit, amountFen }]);
        this.holds.push(key);
        return;
      case 'pay':
      case 'pay-held':
        if (step.do === 'pay-held' && held === undefined) return;
        await post(tx, command, [
          step.do === 'pay' || held === undefined ? paying : { ...paying, capture: { hold: held, amountFen } },
        ]);
        this.entries.push(key);
        return;
      case 'release':
        if (held !== undefined) await releaseHold(tx, command, [{ key, hold: held, amountFen }]);
        return;
      case 'reverse': {
        const original = this.entries[step.of % Math.max(this.entries.length, 1)];
        if (original !== undefined) await reverse(tx, command, [original], 'test', occurredAt);
        return;
      }
    }
  }
}

async function opened(): Promise<History> {
  enterprise += 1;
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, commandAt(start), enterprise));
  return new History(enterprise);
}

it('a prepaid account was never below zero, at no past instant, however late things are recorded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 18 }), async (steps) => {
      const history = await opened();
      for (const step of steps) await history.run(step);
      for (const instant of history.instants) {
        for (const at of [new Date(instant - 1), new Date(instant)]) {
          const [then] = await balancesAt(db, at, { accounts: [history.deposit] });
          expect([at, (then?.availableFen ?? 0n) >= 0n]).toEqual([at, true]);
        }
      }
      for (const [instant, seen] of history.seen) {
        const at = new Date(instant);
        const [known] = await balancesAt(db, at, { accounts: [history.deposit] }, at);
        expect([at, known]).toMatchObject([at, seen]);
      }
      expect(await verifyBooks(db)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 300_000);

it('a capture booked two hours late happened with its payment: 1,060,000 settled at 03:00, booked at 05:00', async () => {
  const history = await opened();
  const [deposit, bank] = [history.deposit, accountOf('bank', history.enterpriseId)];
  const at = (hour: number) => new Date(start.getTime() + hour * 60 * MINUTE_MS);
  const amountFen = 1_060_000n;
  await db.transaction(async (tx) => {
    const postings = [{ source: deposit, destination: bank, amountFen }];
    await post(tx, commandAt(at(1)), [{ key: 'late:in', kind: 'deposit', occurredAt: at(1), postings }]);
  });
  await db.transaction((tx) => hold(tx, commandAt(at(2)), [{ key: 'late:hold', account: deposit, amountFen }]));
  await db.transaction((tx) =>
    post(tx, commandAt(at(5)), [
      {
        key: 'late:paid',
        kind: 'order-paid',
        occurredAt: at(3),
        postings: [{ source: bank, destination: deposit, amountFen }],
        capture: { hold: 'late:hold', amountFen },
      },
    ]),
  );
  const figures = async (instant: Date, knownAt?: Date) => {
    const [row] = await balancesAt(db, instant, { accounts: [deposit] }, knownAt);
    return [row?.availableFen, row?.heldFen];
  };
  expect(await figures(at(2.5))).toEqual([0n, amountFen]);
  expect(await figures(at(4))).toEqual([0n, 0n]);
  expect(await figures(at(4), at(4))).toEqual([0n, amountFen]);
  expect(await figures(at(6), at(1.5))).toEqual([amountFen, 0n]);
});

it('money is not taken from before it was there', async () => {
  const history = await opened();
  const [deposit, bank] = [history.deposit, accountOf('bank', history.enterpriseId)];
  const book = (key: string, recorded: number, happened: number, source: typeof bank, destination: typeof bank) =>
    db.transaction((tx) =>
      post(tx, commandAt(minutesAfter(recorded)), [
        { key, kind: 'test', occurredAt: minutesAfter(happened), postings: [{ source, destination, amountFen: 100n }] },
      ]),
    );
  await book('early:in', 60, 50, deposit, bank);
  await expect(book('early:out', 70, 40, bank, deposit)).rejects.toMatchObject({ code: 'ledger.insufficient-funds' });
  await expect(book('early:out', 70, 55, bank, deposit)).resolves.toMatchObject({ booked: 1 });
});
