import { placeAfter } from './walk-board';

describe('walking over the board', () => {
  const heights = [3, 1, 2];

  it('goes up and down in a column, and stays at its ends', () => {
    expect(placeAfter(heights, { column: 0, row: 0 }, { column: 0, row: 1 })).toEqual({ column: 0, row: 1 });
    expect(placeAfter(heights, { column: 0, row: 2 }, { column: 0, row: 1 })).toEqual({ column: 0, row: 2 });
    expect(placeAfter(heights, { column: 0, row: 0 }, { column: 0, row: -1 })).toEqual({ column: 0, row: 0 });
  });

  it('goes to the next column at the same height, or to its last card', () => {
    expect(placeAfter(heights, { column: 0, row: 2 }, { column: 1, row: 0 })).toEqual({ column: 1, row: 0 });
    expect(placeAfter(heights, { column: 2, row: 1 }, { column: 1, row: 0 })).toEqual({ column: 2, row: 1 });
    expect(placeAfter(heights, { column: 0, row: 1 }, { column: -1, row: 0 })).toEqual({ column: 0, row: 1 });
  });
});
