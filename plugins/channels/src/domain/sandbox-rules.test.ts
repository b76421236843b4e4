import fc from 'fast-check';
import { sandboxCard, sandboxCards, sandboxCaseOf, sandboxOutcome, type SandboxCase } from './sandbox-rules';

const at = new Date('2026-11-20T02:00:00Z');
const cases: readonly SandboxCase[] = ['settles', ...Object.values(sandboxCards)];

function isLuhn(card: string): boolean {
  const digits = [...card].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const value = index % 2 === 1 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

it('makes cards that fall under the case they were made for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.integer({ min: 0, max: 99_999_999 }), (wanted, serial) => {
      const card = sandboxCard(wanted, serial);
      expect(card).toMatch(/^\d{19}$/);
      expect(isLuhn(card)).toBe(true);
      expect(sandboxCaseOf(card, 100n)).toBe(wanted);
    }),
  );
});

it.each([
  ['settles', 'settle', at, null, null],
  ['no-account', 'reject', at, null, 'AC01'],
  ['closed', 'reject', at, null, 'AC04'],
  ['blocked', 'reject', at, null, 'AC06'],
  ['wrong-name', 'reject', at, null, 'BE01'],
  ['wrong-bank', 'reject', at, null, 'RC01'],
  ['delayed', 'settle', new Date('2026-11-20T04:00:00Z'), null, null],
  ['silent', 'settle', new Date('2026-11-23T02:00:00Z'), null, null],
  ['returned', 'return', at, new Date('2026-11-21T02:00:00Z'), 'AC04'],
] as const)('a card that is %s will %s', (wanted, kind, dueAt, returnsAt, reason) => {
  expect(sandboxOutcome(sandboxCard(wanted, 1), 100n, at)).toEqual({ kind, dueAt, returnsAt, reason });
});

it('counts the next day in Shanghai', () => {
  const evening = new Date('2026-11-20T16:30:00Z'); // 00:30 on the 21st there
  expect(sandboxOutcome(sandboxCard('returned', 1), 100n, evening).returnsAt).toEqual(new Date('2026-11-22T02:00:00Z'));
});

it.each([
  [444_444n, 'reject'],
  [666_666n, 'return'],
  [444_443n, 'settle'],
] as const)('an amount of %s fen will %s, whatever the card', (amountFen, kind) => {
  expect(sandboxOutcome(sandboxCard('settles', 1), amountFen, at).kind).toBe(kind);
});
