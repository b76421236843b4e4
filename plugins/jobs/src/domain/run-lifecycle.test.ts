import { step, validateLifecycle } from '@linggong/core/domain';
import { runLifecycle } from './run-lifecycle';

describe('runLifecycle', () => {
  it('is a sound table', () => expect(validateLifecycle(runLifecycle)).toEqual([]));

  it('never leaves done', () => {
    expect(step(runLifecycle, 'done', 'claim')).toEqual({ ok: false, allowed: [] });
  });

  it('lets a person repeat what failed', () => {
    expect(step(runLifecycle, 'failed', 'repeat')).toEqual({ ok: true, to: 'waiting' });
  });
});
