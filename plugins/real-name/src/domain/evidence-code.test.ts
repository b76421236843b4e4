import fc from 'fast-check';
import { evidenceCode, isEvidenceCode } from './evidence-code';
import { ATTEMPTS_MAX, waitAfter } from './retry-policy';

describe('evidenceCode', () => {
  it('is day, serial and a check character', () => {
    expect(evidenceCode('2026-11-22', 47n)).toMatch(/^RN-20261122-00000047-[0-9A-Z]$/);
    expect(isEvidenceCode(evidenceCode('2026-11-22', 123_456_789))).toBe(true);
  });

  it('finds every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(15), fc.nat(9), (serial, index, digit) => {
        const code = evidenceCode('2026-11-22', serial);
        const places = [...code.matchAll(/\d/g)].map((match) => match.index).filter((place) => place < code.length - 1);
        const place = places[index % places.length] ?? 3;
        const wrong = code.slice(0, place) + String(digit) + code.slice(place + 1);
        expect(isEvidenceCode(wrong)).toBe(wrong === code);
        const [one = '', two = ''] = code.slice(place, place + 2);
        const swapped = code.slice(0, place) + two + one + code.slice(place + 2);
        if (/\d/.test(two) && place + 1 < code.length - 1) expect(isEvidenceCode(swapped)).toBe(swapped === code);
      }),
    );
  });

  it.each(['', 'RN-20261122-00000047', 'RN-20261122-47-A', 'rn-20261122-00000047-A'])('refuses %j', (text) => {
    expect(isEvidenceCode(text)).toBe(false);
  });
});

it('waits longer after each try, and ends', () => {
  const waits = Array.from({ length: ATTEMPTS_MAX }, (_, i) => waitAfter(i + 1));
  expect(waits).toEqual([5_000, 25_000, 125_000, 625_000, 1_800_000, undefined]);
});
