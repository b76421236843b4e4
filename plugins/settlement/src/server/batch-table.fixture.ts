import { batchSeed } from '@linggong/risk';
import type { Seed } from '@linggong/studio';

const row = (id: string, outcome: string, zh: string, en: string, when: object) => ({
  id,
  cells: { ...when, outcome, score: 10, reason: { zh, en } },
});

/** The table of whole batches with rows that small batches of tests hit. */
export const batchTable: Seed = {
  ...batchSeed,
  content: {
    ...Object(batchSeed.content),
    rows: [
      row('total-large', 'review', '总额较大', 'A large total', { 'total-fen': { above: 3_000_000, to: 5_000_000 } }),
      row('all-the-same', 'hold', '金额全部相同', 'All amounts are the same', {
        'equal-amount-percent': { from: 100 },
        payments: { from: 3 },
      }),
      row('total-huge', 'decline', '总额过大', 'The total is too large', { 'total-fen': { above: 5_000_000 } }),
    ],
  },
  cases: [
    {
      name: '小批次通过 · a small batch',
      input: { ...Object(batchSeed.cases[0]?.input), totalFen: 100_000 },
      expect: { rows: [] },
    },
  ],
};
