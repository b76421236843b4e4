import { hourSums } from './hour-sums';

describe('what was paid by hour', () => {
  it('adds up to the present hour, whatever the order, and keeps what was before where nothing was paid', () => {
    const hours = [
      { hour: 3, netFen: 50 },
      { hour: 1, netFen: 100 },
    ];
    expect(hourSums(hours, 4).map(({ fen }) => fen)).toEqual([0, 100, 100, 150, 150]);
    expect(hourSums([], 0)).toEqual([{ hour: 0, fen: 0 }]);
  });
});
