import type { VersionRecord } from './configuration';
import { missingOf, presentStep, stepsOf } from './life-step';

type Part = Pick<VersionRecord, 'state' | 'faults' | 'cases' | 'check' | 'replayable' | 'allowed' | 'staleReplay'>;

const fault = { path: 'rows.1', code: 'x', text: { zh: '缺', en: 'missing' } };
const testCase = { name: 'a', input: {}, expect: {} };
const version = (part: Partial<Part>): Part => ({
  state: 'draft',
  faults: [],
  cases: [testCase],
  check: null,
  replayable: true,
  allowed: [],
  staleReplay: null,
  ...part,
});

describe('the life of a version in words (R13.1)', () => {
  it('has a replay only where there is a past', () => {
    expect(stepsOf(true)).toHaveLength(6);
    expect(stepsOf(false)).not.toContain('replay');
  });

  it('stands at the draft while something is missing, then at the check', () => {
    expect(presentStep(version({ faults: [fault] }))).toBe(0);
    expect(presentStep(version({ cases: [] }))).toBe(0);
    expect(presentStep(version({}))).toBe(1);
  });

  it('goes from the check to the replay, or past it', () => {
    expect(stepsOf(true)[presentStep(version({ state: 'checked' }))]).toBe('replay');
    expect(stepsOf(false)[presentStep(version({ state: 'checked', replayable: false }))]).toBe('submit');
    expect(stepsOf(true)[presentStep(version({ state: 'replayed' }))]).toBe('submit');
  });

  it('asks who may decide to decide', () => {
    const asked = version({ state: 'submitted', allowed: ['approve', 'reject'] });
    expect(missingOf(asked, false)).toEqual([{ key: 'decide' }]);
  });

  it('goes back to the replay where that was made beside a version that is not in force any more', () => {
    const staleReplay = { against: { id: 2, versionNo: 2 }, now: { id: 1, versionNo: 1 } };
    const draft = version({ state: 'replayed', staleReplay });
    expect(stepsOf(true)[presentStep(draft)]).toBe('replay');
    expect(missingOf(draft, false)).toEqual([{ key: 'stale' }]);
    const asked = version({ state: 'submitted', staleReplay, allowed: ['reject'] });
    expect(missingOf(asked, false)).toEqual([{ key: 'staleSubmitted' }]);
  });

  it('has every step behind it once in force', () => {
    expect(presentStep(version({ state: 'in-force' }))).toBe(6);
    expect(presentStep(version({ state: 'scheduled', replayable: false }))).toBe(4);
  });

  it('says what is missing: saving first, then faults and cases, then those that fail', () => {
    expect(missingOf(version({ faults: [fault] }), true)).toEqual([{ key: 'save' }]);
    expect(missingOf(version({ faults: [fault, fault], cases: [] }), false)).toEqual([
      { key: 'faults', count: 2 },
      { key: 'cases' },
    ]);
    const results = [
      { name: 'a', passed: false, differences: ['x'], outcome: null, trace: [] },
      { name: 'b', passed: true, differences: [], outcome: null, trace: [] },
    ];
    expect(missingOf(version({ check: { at: '', passed: false, faults: [], results } }), false)).toEqual([
      { key: 'failed', count: 1 },
    ]);
    expect(missingOf(version({}), false)).toEqual([{ key: 'check' }]);
    expect(missingOf(version({ state: 'submitted' }), false)).toEqual([{ key: 'submitted' }]);
    expect(missingOf(version({ state: 'checked', replayable: false }), false)).toEqual([{ key: 'submit' }]);
  });
});
