import assert from 'node:assert/strict';
import type { ChannelAnswer, Instruction, PayoutChannel, SandboxCase } from '../domain';
import { ChannelFault } from '../domain';

/** What an adapter's test gives the cases: the channel, money on a sub-account, and payees that behave as asked. */
export interface ConformanceFixture {
  channel: PayoutChannel;
  /** A sub-account with 1,000,000 fen on it, fresh for the case. */
  account: string;
  /** An instruction to a payee that behaves as `wanted`; ids are unique in the fixture. */
  instruction(
    wanted: Extract<SandboxCase, 'settles' | 'closed' | 'delayed' | 'returned'>,
    amountFen: bigint,
  ): Instruction;
  /** When the case happens. */
  at: Date;
}

/** One thing that every payout channel must do, whichever bank is behind it. */
export interface ConformanceCase {
  name: string;
  run(fixture: ConformanceFixture): Promise<void>;
}

const DAY_MS = 86_400_000;
const later = ({ at }: ConformanceFixture, days: number) => new Date(at.getTime() + days * DAY_MS);

/** All answers of the fixture's instructions up to an instant, read in pages of two. */
async function answersUntil(
  fixture: ConformanceFixture,
  until: Date,
  mine: readonly Instruction[],
): Promise<ChannelAnswer[]> {
  const ids = new Set(mine.map(({ endToEndId }) => endToEndId));
  const found: ChannelAnswer[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await fixture.channel.answers(cursor, 2, until);
    found.push(...page.answers.filter(({ endToEndId }) => ids.has(endToEndId)));
    if (!page.more) return found;
    cursor = page.cursor;
  }
}

const told = (answers: readonly ChannelAnswer[]) => answers.map(({ status, reasonCode }) => [status, reasonCode]);

async function balanceOf(fixture: ConformanceFixture): Promise<bigint | undefined> {
  const entries = await fixture.channel.statement(fixture.account, new Date(0), later(fixture, 30));
  return entries.at(-1)?.balanceAfterFen;
}

/** Table of what every adapter must do; each runs on a fresh fixture. Assertions throw, so that any test runner may run them. */
export const payoutChannelCases: readonly ConformanceCase[] = [
  {
    name: 'settles an instruction and debits the sub-account',
    async run(fixture) {
      const one = fixture.instruction('settles', 300_000n);
      const receipt = await fixture.channel.submit(
        { messageId: `M-${one.endToEndId}`, instructions: [one] },
        fixture.at,
      );
      assert.equal(receipt.taken, 1);
      const answers = await answersUntil(fixture, later(fixture, 1), [one]);
      assert.deepEqual(told(answers), [['settled', null]]);
      assert.ok(answers[0]?.bankReference, 'a settled payment has a serial of the bank');
      assert.equal(await balanceOf(fixture), 700_000n);
    },
  },
  {
    name: 'pays an EndToEndId once, in the same file or another, at any time',
    async run(fixture) {
      const one = fixture.instruction('settles', 300_000n);
      const file = { messageId: `M-${one.endToEndId}`, instructions: [one] };
      await fixture.channel.submit(file, fixture.at);
      await fixture.channel.submit(file, fixture.at);
      await answersUntil(fixture, later(fixture, 1), [one]);
      const again = await fixture.channel.submit(
        { messageId: `N-${one.endToEndId}`, instructions: [one] },
        later(fixture, 2),
      );
      assert.deepEqual([again.taken, again.repeated], [0, 1]);
      assert.deepEqual(told(await answersUntil(fixture, later(fixture, 3), [one])), [['settled', null]]);
      assert.equal(await balanceOf(fixture), 700_000n);
    },
  },
  {
    name: 'takes files that arrive at the same time once',
    async run(fixture) {
      const one = fixture.instruction('settles', 300_000n);
      const file = { messageId: `M-${one.endToEndId}`, instructions: [one] };
      const receipts = await Promise.all([1, 2, 3].map(() => fixture.channel.submit(file, fixture.at)));
      assert.equal(
        receipts.reduce((sum, { taken }) => sum + taken, 0),
        1,
      );
      await Promise.all([1, 2, 3].map(() => fixture.channel.answers(undefined, 10, later(fixture, 1))));
      assert.deepEqual(told(await answersUntil(fixture, later(fixture, 1), [one])), [['settled', null]]);
    },
  },
  {
    name: 'refuses a known EndToEndId with another body, and pays neither twice nor otherwise',
    async run(fixture) {
      const one = fixture.instruction('settles', 300_000n);
      await fixture.channel.submit({ messageId: `M-${one.endToEndId}`, instructions: [one] }, fixture.at);
      const other = { ...one, amountFen: 300_001n };
      await assert.rejects(
        fixture.channel.submit({ messageId: `N-${one.endToEndId}`, instructions: [other] }, fixture.at),
        (error) => error instanceof ChannelFault && error.kind === 'conflict',
      );
      await answersUntil(fixture, later(fixture, 1), [one]);
      assert.equal(await balanceOf(fixture), 700_000n);
    },
  },
  {
    name: 'rejects with a reason and moves no money',
    async run(fixture) {
      const [closed, good] = [fixture.instruction('closed', 1n), fixture.instruction('settles', 300_000n)];
      await fixture.channel.submit({ messageId: `M-${closed.endToEndId}`, instructions: [closed, good] }, fixture.at);
      assert.deepEqual(told(await answersUntil(fixture, later(fixture, 1), [closed])), [['rejected', 'AC04']]);
      assert.equal(await balanceOf(fixture), 700_000n);
    },
  },
  {
    name: 'never overdraws a sub-account: what it cannot bear is rejected, a smaller one after it still settles',
    async run(fixture) {
      const [first, large, small] = ['settles', 'settles', 'settles'].map((_, index) =>
        fixture.instruction('settles', [600_000n, 500_000n, 400_000n][index] ?? 0n),
      );
      assert.ok(first && large && small);
      await fixture.channel.submit(
        { messageId: `M-${first.endToEndId}`, instructions: [first, large, small] },
        fixture.at,
      );
      const answers = await answersUntil(fixture, later(fixture, 1), [first, large, small]);
      const of = (id: string) => told(answers.filter(({ endToEndId }) => endToEndId === id));
      assert.deepEqual(of(large.endToEndId), [['rejected', 'AM04']]);
      assert.deepEqual(
        [...of(first.endToEndId), ...of(small.endToEndId)],
        [
          ['settled', null],
          ['settled', null],
        ],
      );
      assert.equal(await balanceOf(fixture), 0n);
    },
  },
  {
    name: 'says nothing of a delayed instruction until it is settled, and can be asked',
    async run(fixture) {
      const one = fixture.instruction('delayed', 300_000n);
      await fixture.channel.submit({ messageId: `M-${one.endToEndId}`, instructions: [one] }, fixture.at);
      assert.deepEqual(await answersUntil(fixture, fixture.at, [one]), []);
      const asked = [one.endToEndId, 'never-sent'];
      assert.deepEqual(
        (await fixture.channel.enquire(asked, fixture.at)).map(({ status }) => status),
        ['pending', 'unknown'],
      );
      assert.deepEqual(told(await answersUntil(fixture, later(fixture, 5), [one])), [['settled', null]]);
    },
  },
  {
    name: 'returns a settled payment the next day and credits the sub-account (退汇)',
    async run(fixture) {
      const one = fixture.instruction('returned', 300_000n);
      await fixture.channel.submit({ messageId: `M-${one.endToEndId}`, instructions: [one] }, fixture.at);
      assert.deepEqual(told(await answersUntil(fixture, fixture.at, [one])), [['settled', null]]);
      const answers = await answersUntil(fixture, later(fixture, 2), [one]);
      assert.deepEqual(told(answers), [
        ['settled', null],
        ['returned', 'AC04'],
      ]);
      assert.equal(await balanceOf(fixture), 1_000_000n);
      const entries = await fixture.channel.statement(fixture.account, new Date(0), later(fixture, 30));
      assert.deepEqual(
        entries.slice(-2).map(({ direction, reversal }) => [direction, reversal]),
        [
          ['debit', false],
          ['credit', true],
        ],
      );
    },
  },
  {
    name: 'gives the same answers again for the same cursor, and statements whose lines add up',
    async run(fixture) {
      const some = [
        fixture.instruction('settles', 1n),
        fixture.instruction('closed', 2n),
        fixture.instruction('returned', 3n),
      ];
      await fixture.channel.submit({ messageId: `M-${some[0]?.endToEndId}`, instructions: some }, fixture.at);
      const once = await answersUntil(fixture, later(fixture, 2), some);
      assert.deepEqual(await answersUntil(fixture, later(fixture, 2), some), once);
      let balance = 0n;
      for (const entry of await fixture.channel.statement(fixture.account, new Date(0), later(fixture, 30))) {
        balance += entry.direction === 'credit' ? entry.amountFen : -entry.amountFen;
        assert.equal(entry.balanceAfterFen, balance);
      }
    },
  },
];
