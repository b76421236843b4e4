import { leftOutSums } from './left-out-sums';

const effect = {
  orders: 3,
  workers: 3,
  grossFen: 900,
  feeFen: 54,
  taxFen: 10,
  netFen: 890,
  holdFen: 954,
  depositAfterFen: 0,
  blockedLines: 0,
  heldLines: 0,
  excludedLines: 0,
  blockedFen: 0,
  heldFen: 0,
  excludedFen: 0,
};

it('tells who confirms or releases which lines are not paid, with their money', () => {
  expect(leftOutSums({ ...effect, heldLines: 2, heldFen: 700, excludedLines: 1, excludedFen: 250 })).toEqual([
    { why: 'held', lines: 2, fen: 700 },
    { why: 'excluded', lines: 1, fen: 250 },
  ]);
  expect(leftOutSums(effect)).toEqual([]);
});

it('keeps what is not known apart from what could not be read', () => {
  const sums = leftOutSums({ ...effect, blockedLines: 2, blockedFen: 0, heldLines: 1, heldFen: null });
  expect(sums.map(({ fen }) => fen)).toEqual([0, null]);
});
