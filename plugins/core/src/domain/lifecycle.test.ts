import { allowedActions, illegalTransition, step, validateLifecycle, type Lifecycle } from './lifecycle';
import { Problem } from './problem';

const door = {
  name: { zh: '门', en: 'Door' },
  initial: 'closed',
  states: ['closed', 'open', 'locked'],
  transitions: {
    open: { from: ['closed'], to: 'open', by: 'system' },
    close: { from: ['open'], to: 'closed', by: 'system' },
    lock: { from: ['closed'], to: 'locked', by: 'system' },
  },
} as const satisfies Lifecycle;
// `as const` makes the tables readonly literals; the functions take the general type.
const lifecycle: Lifecycle<'closed' | 'open' | 'locked', 'open' | 'close' | 'lock'> = door;

it('moves along declared transitions only', () => {
  expect(step(lifecycle, 'closed', 'open')).toEqual({ ok: true, to: 'open' });
  expect(step(lifecycle, 'open', 'lock')).toEqual({ ok: false, allowed: ['close'] });
  expect(allowedActions(lifecycle, 'locked')).toEqual([]);
});

it('says what is allowed in the 409', () => {
  const refusal = illegalTransition(lifecycle, 'open', 'lock');
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ status: 409, code: 'illegal-transition', extra: { allowed: ['close'] } });
  expect(refusal.text.zh).toContain('close');
});

it('finds faults in a table', () => {
  expect(validateLifecycle(lifecycle)).toEqual([]);
  const broken: Lifecycle = {
    ...door,
    states: ['closed', 'open', 'locked', 'lost'],
    transitions: { ...door.transitions, smash: { from: [], to: 'broken', by: 'system' } },
  };
  expect(validateLifecycle(broken)).toEqual([
    'smash: unknown state broken',
    'smash: starts nowhere',
    'state lost is never reached',
  ]);
});
