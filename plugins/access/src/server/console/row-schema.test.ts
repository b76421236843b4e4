import { fieldRules } from '@linggong/config/access';
import { rowSchema } from './row-schema';

/** What the API document promises of a console list; under test every answer of every list is parsed with it. */
describe('rowSchema', () => {
  const [masked] = fieldRules;
  const columns = {
    id: { sql: 'o.id', filter: 'relation' },
    state: { sql: 'o.state', filter: 'enum', values: ['open', 'done'] },
    amountFen: { sql: 'o.amount_fen', sum: true },
    at: { sql: 'o.at', filter: 'instant' },
    searchedOnly: { sql: 'o.hash', filter: 'exact', shown: false },
    [masked?.field ?? '']: { sql: 'o.masked' },
  } as const;
  const schema = rowSchema({ resource: masked?.resource ?? '', columns });
  const row = { id: 1n, state: 'open', amountFen: 100n, at: new Date(0), [masked?.field ?? '']: null };

  it('takes a row as the database gives it, an empty join, and one without what its reader does not see', () => {
    const { [masked?.field ?? '']: _, ...less } = row;
    for (const one of [row, less, { ...row, state: null, amountFen: null, at: null }])
      expect(schema.safeParse(one).error).toBeUndefined();
  });

  it.each([
    ['a column that the list does not name', { ...row, another: 1 }],
    ['one that only filters', { ...row, searchedOnly: 'x' }],
    ['a word that is none of an enum', { ...row, state: 'lost' }],
    ['an amount that is no whole number', { ...row, amountFen: '1.50' }],
    ['a row without its number', { ...row, id: null }],
    ['a column too few', { id: 1n }],
  ])('refuses %s', (_what, one) => {
    expect(schema.safeParse(one).success).toBe(false);
  });
});
