import { blockerOf, type BlockerCode, type SettlementLine } from '@linggong/settlement/api';
import { isChecked, outcomeOf, reasonOf, type Edited } from './edit-outcome';

const edited: Edited = { lineId: 2_000_007, rowNo: 7, before: ['amount-format'], quoteVersion: 3 };
const line = (state: SettlementLine['state'], ...codes: BlockerCode[]) => ({
  state,
  blockers: codes.map((code) => blockerOf(code)),
});

it('waits for the check that looks at the corrected line', () => {
  expect(isChecked(edited, { state: 'checking', quoteVersion: 3 })).toBe(false);
  // The page may still show the batch as it was before the correction.
  expect(isChecked(edited, { state: 'quoted', quoteVersion: 3 })).toBe(false);
  expect(isChecked(edited, { state: 'quoted', quoteVersion: 4 })).toBe(true);
});

it.each([
  ['an amount of zero is another reason, not a correction', line('blocked', 'amount-zero'), 'other'],
  ['the same reason', line('blocked', 'amount-format'), 'same'],
  ['zero beside what was wrong already is told first', line('blocked', 'amount-format', 'amount-zero'), 'other'],
  ['paid', line('ready'), 'ready'],
  ['held by risk', line('held', 'risk-hold'), 'held'],
] as const)('tells what became of it: %s', (_name, after, outcome) => {
  expect(outcomeOf(edited, after)).toBe(outcome);
});

it('names the reason that the correction brought about', () => {
  expect(reasonOf(edited, line('blocked', 'amount-format', 'amount-zero'))?.code).toBe('amount-zero');
  expect(reasonOf(edited, line('blocked', 'amount-format'))?.code).toBe('amount-format');
});
