import fc from 'fast-check';
import { budgetFault } from './budget';

const task = { taskNumber: 'TK-2026-11-0001', budgetFen: 10_000n };

it('takes what fits to the last fen, and says what is left where it does not', () => {
  expect(budgetFault({ ...task, committedFen: 10_000n }, 4_000n)).toBeUndefined();
  const fault = budgetFault({ ...task, committedFen: 10_001n }, 4_000n);
  expect(fault).toMatchObject({
    status: 409,
    code: 'budget-exceeded',
    extra: { budgetFen: 10_000n, leftFen: 3_999n, wantedFen: 4_000n },
  });
  expect(fault?.text.en).toContain('39.99');
});

it('refuses exactly what is above the budget', () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 13n });
  fc.assert(
    fc.property(fen, fen, fen, (budgetFen, before, addedFen) => {
      const fault = budgetFault({ ...task, budgetFen, committedFen: before + addedFen }, addedFen);
      expect(fault === undefined).toBe(before + addedFen <= budgetFen);
      if (fault) expect(fault.extra?.['leftFen']).toBe(budgetFen - before);
    }),
  );
});
