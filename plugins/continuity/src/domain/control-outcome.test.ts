import type { ControlState } from '@linggong/core/domain';
import { evidenceState, outcomeOf } from './control-outcome';

describe('a control', () => {
  const cases: readonly (readonly [ControlState[], ControlState])[] = [
    [[], 'unknown'],
    [['met'], 'met'],
    [['met', 'met'], 'met'],
    [['met', 'unknown'], 'partly'],
    [['met', 'not-met'], 'partly'],
    [['partly', 'partly'], 'partly'],
    [['not-met', 'unknown'], 'not-met'],
    [['not-met'], 'not-met'],
    [['unknown', 'unknown'], 'unknown'],
  ];
  it.each(cases)('%j is %s', (parts, outcome) => {
    expect(outcomeOf(parts)).toBe(outcome);
  });
});

describe('an entry of evidence', () => {
  const days = { datedOn: '2026-01-01', until: '2026-12-31', withdrawn: false };
  it('holds through its last day, unless it was withdrawn', () => {
    expect(evidenceState(days, '2026-12-31')).toBe('in-force');
    expect(evidenceState(days, '2027-01-01')).toBe('expired');
    expect(evidenceState({ ...days, withdrawn: true }, '2026-06-01')).toBe('withdrawn');
  });
});
