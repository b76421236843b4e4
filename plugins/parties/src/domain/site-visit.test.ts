import { visitsAsked } from './site-visit';

describe('an enterprise is visited by what it expects to pay out (A-08, R2.6)', () => {
  const criteria = [
    { id: 'A-07' },
    { id: 'A-08', visitAboveFen: 200_000_000 },
    { id: 'A-09', visitAboveFen: null },
    { id: 'A-10', visitAboveFen: 0 },
  ];

  it.each([
    [undefined, []],
    [0, []],
    [1, ['A-10']],
    [200_000_000, ['A-10']],
    [200_000_001, ['A-08', 'A-10']],
  ])('of %s fen', (monthlyFen, asked) => {
    expect(visitsAsked(criteria, monthlyFen).map(({ id }) => id)).toEqual(asked);
  });
});
