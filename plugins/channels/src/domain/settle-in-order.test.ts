import fc from 'fast-check';
import { settleInOrder } from './settle-in-order';

const instruction = fc.record({
  id: fc.bigInt(1n, 1000n),
  account: fc.constantFrom('a', 'b'),
  amountFen: fc.bigInt(1n, 100n),
});

it('pays each in full or not at all, and no account falls below zero', () => {
  fc.assert(
    fc.property(fc.array(instruction), fc.bigInt(0n, 500n), (due, startFen) => {
      const { settled, unfunded, balances } = settleInOrder(new Map([['a', startFen]]), due);
      expect(settled.length + unfunded.length).toBe(due.length);
      for (const { balanceAfterFen } of settled) expect(balanceAfterFen >= 0n).toBe(true);
      const paid = settled.reduce((sum, { amountFen }) => sum + amountFen, 0n);
      expect((balances.get('a') ?? 0n) + paid).toBe(startFen);
      expect(settled.some(({ account }) => account === 'b')).toBe(false);
    }),
  );
});

it('skips what is too large and goes on', () => {
  const due = [600n, 500n, 400n].map((amountFen, index) => ({ id: BigInt(index), account: 'a', amountFen }));
  const { settled, unfunded } = settleInOrder(new Map([['a', 1000n]]), due);
  expect(settled.map(({ id, balanceAfterFen }) => [id, balanceAfterFen])).toEqual([
    [0n, 400n],
    [2n, 0n],
  ]);
  expect(unfunded.map(({ id }) => id)).toEqual([1n]);
});
