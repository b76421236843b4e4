import { countsOf, grouped, inOrder, isTakeable, type ImportItem } from './import-record';

const item: ImportItem = {
  place: 1,
  kind: 'decision-table',
  key: 'risk.line',
  name: { zh: '判定', en: 'Decision' },
  versionNo: 3,
  state: 'new',
  faults: [],
  inForceNo: null,
  changesTotal: 1,
  configurationId: null,
  versionId: null,
};

it('writes a fingerprint in groups of four', () => {
  expect(grouped('0a1b2c3d4e')).toBe('0A1B 2C3D 4E');
});

it('offers what is new or differs, and nothing else', () => {
  const states = ['new', 'changed', 'same', 'open', 'unreadable', 'taken'] as const;
  expect(states.filter((state) => isTakeable({ ...item, state }))).toEqual(['new', 'changed']);
});

it('shows what is to be looked at before what is the same, and counts both', () => {
  const states = ['same', 'unreadable', 'new', 'same', 'changed'] as const;
  const items = states.map((state, index) => ({ ...item, state, place: index + 1 }));
  expect(inOrder(items).map(({ place }) => place)).toEqual([5, 3, 2, 1, 4]);
  expect(countsOf(items)).toEqual([
    { state: 'changed', count: 1 },
    { state: 'new', count: 1 },
    { state: 'unreadable', count: 1 },
    { state: 'same', count: 2 },
  ]);
});
