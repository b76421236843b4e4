import { fieldChanges, valueText } from './bypass';

it('shows what changed, field by field, and a fingerprint for what is sealed', () => {
  const before = { price: '1', card_sealed: { hmac: 'aa', bytes: 9 }, note: null };
  expect(fieldChanges({ before, after: { price: '2' } })).toEqual([
    { field: 'price', before: '1', after: '2' },
    { field: 'card_sealed', before: '# aa', after: undefined },
    { field: 'note', before: '', after: undefined },
  ]);
  expect(fieldChanges({ before: undefined, after: null })).toEqual([]);
  expect(valueText({ head: 'ab', sha256: 'x', bytes: 5000 })).toBe('ab …');
  expect(valueText(['a'])).toBe('["a"]');
  expect(valueText('2026-12-03 19:43:18.189+00')).toBe('2026-12-04 03:43:18');
});
