import { systemCommand, type Database } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import fc from 'fast-check';
import { accountOf, reversedPostings, totalsOf, type Posting } from '../domain';
import { balances } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { captureHold, hold, releaseHold } from './hold';
import { post } from './post';
import { reversalKeyOf, reverse } from './reverse';
import { trialBalance, verifyBooks } from './trial-balance';

const start = new Date('2026-08-01T00:00:00Z');
const end = new Date('2026-11-20T00:00:00Z');
const command = systemCommand('ledger-test', end, 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
}, 60_000);
afterAll(() => kit.drop());

/** What random users do. Numbers choose among what exists; amounts are small, so that refusals are frequent. */
type Step =
  | { do: 'deposit'; amount: number; minute: number }
  | { do: 'spend'; amount: number; minute: number; fromHold: number | null }
  | { do: 'hold'; amount: number }
  | { do: 'capture' | 'release'; hold: number; amount: number }
  | { do: 'reverse'; entry: number; minute: number }
  | { do: 'again'; entry: number };

const minute = fc.integer({ min: 0, max: (end.getTime() - start.getTime()) / 60_000 - 1 });
const amount = fc.integer({ min: 1, max: 60 });
const index = fc.integer({ min: 0, max: 30 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deposit' as const), amount, minute }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('spend' as const), amount, minute, fromHold: fc.option(index) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold' as const), amount }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('capture' as const, 'release' as const), hold: index, amount }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), entry: index, minute }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), entry: index }) },
);

interface BookedEntry {
  key: string;
  occurredAt: Date;
  postings: Posting[];
  capture?: { hold: string; amountFen: bigint };
  reversed: boolean;
}

/** The books as a few arrays: what the database must agree with. */
class Model {
  readonly entries: BookedEntry[] = [];
  readonly holds: { key: string; left: bigint }[] = [];
  constructor(readonly enterprise: number) {}

  available(): bigint {
    const totals = totalsOf(this.entries.flatMap(({ postings }) => postings)).get(
      accountOf('deposit', this.enterprise),
    );
    const held = this.holds.reduce((sum, { left }) => sum + left, 0n);
    return (totals?.creditFen ?? 0n) - (totals?.debitFen ?? 0n) - held;
  }

  /** The least that was available at or after an instant. Holds are opened, captured and released at the end. */
  availableSince(at: Date): bigint {
    const account = accountOf('deposit', this.enterprise);
    const changes = this.entries.map(({ occurredAt, postings, capture }) => {
      const { creditFen, debitFen } = totalsOf(postings).get(account) ?? { creditFen: 0n, debitFen: 0n };
      return { occurredAt, amountFen: creditFen - debitFen + (capture?.amountFen ?? 0n) };
    });
    const times = [at, ...changes.map(({ occurredAt }) => occurredAt).filter((time) => time > at)];
    const then = times.map((time) =>
      changes.filter(({ occurredAt }) => occurredAt <= time).reduce((sum, { amountFen }) => sum + amountFen, 0n),
    );
    return [...then, this.available()].reduce((lowest, one) => (one < lowest ? one : lowest));
  }

  balancesAt(at: Date): Map<string, bigint> {
    const until = this.entries.filter(({ occurredAt }) => occurredAt <= at).flatMap(({ postings }) => postings);
    return new Map([...totalsOf(until)].map(([code, { debitFen, creditFen }]) => [code, debitFen - creditFen]));
  }
}

/** Runs one step on the database and, if the model allows it, on the model; they must agree on refusals. */
async function run(model: Model, step: Step, serial: number): Promise<void> {
  const attempt = (work: () => Promise<unknown>) =>
    work().then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem) return false;
        throw error;
      },
    );
  const { accepted, apply, work } = planOf(model, step, `${model.enterprise}:${serial}`);
  expect([step, await attempt(work)]).toEqual([step, accepted]);
  if (accepted) apply();
}

interface Plan {
  accepted: boolean;
  work: () => Promise<unknown>;
  apply: () => void;
}

const nothing: Plan = { accepted: true, work: async () => undefined, apply: () => undefined };
const timeOf = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function planOf(model: Model, step: Step, key: string): Plan {
  const of = (kind: 'deposit' | 'bank' | 'workers') => accountOf(kind, model.enterprise);
  switch (step.do) {
    case 'deposit':
      return entryPlan(model, true, {
        key,
        occurredAt: timeOf(step.minute),
        reversed: false,
        postings: [{ source: of('deposit'), destination: of('bank'), amountFen: BigInt(step.amount) }],
      });
    case 'spend': {
      const amountFen = BigInt(step.amount);
      const taken = step.fromHold === null ? undefined : model.holds[step.fromHold % Math.max(model.holds.length, 1)];
      const allowed = taken ? amountFen <= taken.left : amountFen <= model.availableSince(timeOf(step.minute));
      return entryPlan(model, allowed, {
        key,
        occurredAt: timeOf(step.minute),
        reversed: false,
        postings: [
          { source: of('workers'), destination: of('deposit'), amountFen },
          { source: of('bank'), destination: of('workers'), amountFen },
        ],
        ...(taken ? { capture: { hold: taken.key, amountFen } } : {}),
      });
    }
    case 'hold': {
      const request = { key, account: accountOf('deposit', model.enterprise), amountFen: BigInt(step.amount) };
      return {
        accepted: request.amountFen <= model.available(),
        work: () => db.transaction((tx) => hold(tx, command, [request])),
        apply: () => void model.holds.push({ key, left: request.amountFen }),
      };
    }
    case 'capture':
    case 'release': {
      const held = model.holds[step.hold % Math.max(model.holds.length, 1)];
      if (!held) return nothing;
      const movement = { key, hold: held.key, amountFen: BigInt(step.amount) };
      const move = step.do === 'capture' ? captureHold : releaseHold;
      return {
        accepted: movement.amountFen <= held.left,
        work: () => db.transaction((tx) => move(tx, command, [movement])),
        apply: () => void (held.left -= movement.amountFen),
      };
    }
    case 'reverse': {
      const entry = model.entries[step.entry % Math.max(model.entries.length, 1)];
      if (!entry || entry.reversed || entry.key.startsWith('reversal:')) return nothing;
      const isDeposit = entry.postings[0]?.source === of('deposit');
      return {
        accepted: !isDeposit || (entry.postings[0]?.amountFen ?? 0n) <= model.availableSince(timeOf(step.minute)),
        work: () => db.transaction((tx) => reverse(tx, command, [entry.key], 'test', timeOf(step.minute))),
        apply: () => {
          entry.reversed = true;
          const postings = reversedPostings(entry.postings);
          model.entries.push({
            key: reversalKeyOf(entry.key),
            occurredAt: timeOf(step.minute),
            postings,
            reversed: false,
          });
        },
      };
    }
    case 'again': {
      const entry = model.entries[step.entry % Math.max(model.entries.length, 1)];
      if (!entry || entry.key.startsWith('reversal:')) return nothing;
      return { ...entryPlan(model, true, entry), apply: () => undefined };
    }
  }
}

function entryPlan(model: Model, accepted: boolean, booked: BookedEntry): Plan {
  const { key, occurredAt, postings, capture } = booked;
  const entry = { key, kind: 'test', occurredAt, postings, ...(capture ? { capture } : {}) };
  return {
    accepted,
    work: () => db.transaction((tx) => post(tx, command, [entry])),
    apply: () => {
      model.entries.push(booked);
      const taken = model.holds.find((held) => held.key === capture?.hold);
      if (taken && capture) taken.left -= capture.amountFen;
    },
  };
}

let enterprise = 0;

it('after any history the books equal the model, at any instant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), minute, async (steps, when) => {
      enterprise += 1;
      const model = new Model(enterprise);
      await db.transaction((tx) => ensureEnterpriseAccounts(tx, systemCommand('t', start, 't'), enterprise));
      for (const [serial, step] of steps.entries()) await run(model, step, serial);

      for (const instant of [timeOf(when), end]) {
        const trial = await trialBalance(db, instant);
        expect(trial.totals.balanceFen).toBe(0n);
        const expected = model.balancesAt(instant);
        for (const { code, balanceFen, enterpriseId } of trial.accounts) {
          if (enterpriseId === enterprise) expect([code, balanceFen]).toEqual([code, expected.get(code) ?? 0n]);
        }
      }
      const [deposit] = await balances(db, { accounts: [accountOf('deposit', enterprise)] });
      expect(deposit?.availableFen).toBe(model.available());
      expect(model.available() >= 0n).toBe(true);
      expect(await verifyBooks(db)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 300_000);
