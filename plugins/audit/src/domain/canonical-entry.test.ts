import fc from 'fast-check';
import { canonicalText } from './canonical-entry';

describe('canonicalText', () => {
  it('counts bytes, and tells NULL from empty', () => {
    expect(canonicalText(['ab', null, '', '张*'])).toBe('2:ab-0:4:张*');
  });

  it('never gives two entries the same text', () => {
    const field = fc.option(fc.string({ unit: fc.constantFrom('a', ':', '-', '1', '张') }));
    const entry = fc.array(field, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        expect(canonicalText(one) === canonicalText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2_000 },
    );
  });
});
