import type { VersionStep } from './configuration';
import { lastReturn, returnsOf } from './returned';

const step = (from: VersionStep['from'], to: VersionStep['to'], by: string): VersionStep => ({
  at: '2026-11-28T00:00:00.000Z',
  by,
  from,
  to,
  revision: 1,
  wrote: false,
  reason: null,
});

describe('how a submitted version became a draft again (R13.1)', () => {
  const first = step('submitted', 'draft', 'config-approver 2');
  const second = step('submitted', 'draft', 'config-operator 1');
  const steps = [
    step('draft', 'checked', 'config-operator 1'),
    second,
    step('replayed', 'submitted', 'config-operator 1'),
    step('checked', 'replayed', 'config-operator 1'),
    first,
    step('replayed', 'submitted', 'config-operator 1'),
    step(null, 'draft', 'config-operator 1'),
  ];

  it('tells what was taken back from what was not approved', () => {
    expect([...returnsOf(steps)]).toEqual([
      [second, 'withdrawn'],
      [first, 'rejected'],
    ]);
  });

  it('tells the last one while it is written again, and none once it is submitted anew', () => {
    expect(lastReturn(steps, 'checked')).toEqual([second, 'withdrawn']);
    expect(lastReturn(steps, 'submitted')).toBeUndefined();
    expect(lastReturn(steps.slice(-1), 'draft')).toBeUndefined();
  });
});
