import { termsByEnd } from './locked-worker';

it('puts what is not known first, then what ends last', () => {
  const term = (name: string, until: string | null) => ({ class: name, from: null, until });
  const terms = [
    term('a', '2030-01-01T00:00:00Z'),
    term('b', null),
    term('c', '2057-01-01T00:00:00Z'),
    term('d', null),
  ];
  expect(termsByEnd(terms).map(({ class: name }) => name)).toEqual(['b', 'd', 'c', 'a']);
});
