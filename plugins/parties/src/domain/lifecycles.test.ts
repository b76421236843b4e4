import { step, validateLifecycle } from '@linggong/core/domain';
import { enterpriseGuard, type EnterpriseFacts } from './enterprise-guards';
import { enterpriseLifecycle } from './enterprise-lifecycle';
import { workerLifecycle } from './worker-lifecycle';

const facts: EnterpriseFacts = { verification: 'match', reason: undefined, missing: [] };

describe('lifecycles', () => {
  it('are sound tables', () => {
    expect(validateLifecycle(enterpriseLifecycle)).toEqual([]);
    expect(validateLifecycle(workerLifecycle)).toEqual([]);
  });

  it('let nobody come back after offboarding, and after deregistration by being verified anew only', () => {
    expect(step(enterpriseLifecycle, 'offboarded', 'resume')).toEqual({ ok: false, allowed: [] });
    expect(step(workerLifecycle, 'deregistered', 'resume')).toEqual({ ok: false, allowed: ['return', 'erase'] });
    expect(step(workerLifecycle, 'deregistered', 'verify')).toEqual({ ok: false, allowed: ['return', 'erase'] });
    expect(step(workerLifecycle, 'erased', 'return')).toEqual({ ok: false, allowed: [] });
    expect(step(workerLifecycle, 'deregistered', 'return')).toEqual({ ok: true, to: 'registered' });
  });
});

describe('guards of an enterprise', () => {
  it.each(['reject', 'suspend', 'offboard'] as const)('%s needs a reason', (action) => {
    expect(enterpriseGuard(action, facts)).toMatchObject({ status: 400, code: 'reason-required', field: 'reason' });
    expect(enterpriseGuard(action, { ...facts, reason: '经营异常' })).toBeUndefined();
  });

  it('submits only a complete application', () => {
    expect(enterpriseGuard('submit', { ...facts, missing: ['contactPhone'] })).toMatchObject({
      status: 409,
      code: 'enterprise-incomplete',
      extra: { missing: ['contactPhone'] },
    });
    expect(enterpriseGuard('submit', { ...facts, verification: 'pending' })).toBeUndefined();
  });

  it.each(['approve', 'sign'] as const)('%s stands on the answer of the register', (action) => {
    for (const verification of ['pending', 'mismatch', 'no-record', 'error'] as const) {
      expect(enterpriseGuard(action, { ...facts, verification })).toMatchObject({
        status: 409,
        code: 'enterprise-not-verified',
      });
    }
    expect(enterpriseGuard(action, facts)).toBeUndefined();
  });
});
