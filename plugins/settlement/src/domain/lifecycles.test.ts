import { illegalTransition, step, validateLifecycle } from '@linggong/core/domain';
import { batchLifecycle, batchStates } from './batch-lifecycle';
import { checkedState, lineLifecycle } from './line-lifecycle';
import { openOrderStates, orderLifecycle } from './order-lifecycle';

describe('the lives of batch, line and order', () => {
  it.each([
    ['batch', batchLifecycle],
    ['line', lineLifecycle],
    ['order', orderLifecycle],
  ] as const)('%s: the table is sound', (_name, lifecycle) => {
    expect(validateLifecycle(lifecycle)).toEqual([]);
  });

  it('a batch is checked again until somebody confirms, and cancelled until it is released', () => {
    const from = (action: 'check' | 'cancel') => batchStates.filter((state) => step(batchLifecycle, state, action).ok);
    expect(from('check')).toEqual(['uploaded', 'checking', 'quoted', 'expired']);
    expect(from('cancel')).toEqual(['uploaded', 'checking', 'quoted', 'confirmed', 'expired']);
  });

  it('an illegal step says what is allowed', () => {
    expect(illegalTransition(batchLifecycle, 'confirmed', 'confirm')).toMatchObject({
      status: 409,
      code: 'illegal-transition',
      extra: { state: 'confirmed', allowed: ['release', 'cancel'] },
    });
  });

  it('paid is not final, and an unknown outcome is neither paid nor failed', () => {
    expect(step(orderLifecycle, 'paid', 'return')).toEqual({ ok: true, to: 'returned' });
    expect(step(orderLifecycle, 'paying', 'cancel').ok).toBe(false);
    expect(openOrderStates).toEqual(['confirmed', 'paying']);
  });

  it.each([
    [0, 0, 'ready'],
    [0, 1, 'held'],
    [1, 0, 'blocked'],
    [2, 1, 'blocked'],
  ] as const)('%i reasons that block and %i that hold make a line %s', (blocking, holding, state) => {
    expect(checkedState({ blocking, holding })).toBe(state);
  });
});
