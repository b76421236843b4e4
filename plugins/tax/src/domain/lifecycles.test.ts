import { illegalTransition, step, validateLifecycle } from '@linggong/core/domain';
import { isFiled, periodLifecycle, recordLifecycle } from './lifecycles';

describe('lifecycles of tax', () => {
  it('are sound tables', () => {
    expect(validateLifecycle(recordLifecycle)).toEqual([]);
    expect(validateLifecycle(periodLifecycle)).toEqual([]);
  });

  it('let a paid record be voided, and nothing leave the void', () => {
    expect(step(recordLifecycle, 'paid', 'void')).toEqual({ ok: true, to: 'voided' });
    expect(step(recordLifecycle, 'voided', 'finalize')).toEqual({ ok: false, allowed: [] });
    expect(illegalTransition(periodLifecycle, 'open', 'pay').status).toBe(409);
  });

  it('know which periods are filed', () => {
    expect(periodLifecycle.states.filter(isFiled)).toEqual(['filed', 'paid']);
  });
});
