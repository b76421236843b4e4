import { blockerCatalogue, remedyActions } from '@linggong/settlement/api';
import { batchStates } from '@linggong/settlement/domain';
import { batchSteps, screenOf, stepIndex, stepOf } from './batch-steps';
import { requestOf } from './line-request';
import { remedyPlace } from './remedy-place';

describe('steps', () => {
  it('never go back along the life of a batch', () => {
    const life = ['uploaded', 'checking', 'quoted', 'confirmed', 'released', 'paying', 'completed'] as const;
    const places = life.map((state) => stepIndex({ state, quote: null }));
    expect([...places].sort((left, right) => left - right)).toEqual(places);
    expect(places.at(-1)).toBe(batchSteps.length);
  });

  it('keeps the preview in sight while quoted lines are checked again', () => {
    const quote = { version: 1, quotedAt: '', expiresAt: '', day: '2026-11-22' };
    expect(screenOf({ state: 'checking', quote })).toBe('preview');
    expect(screenOf({ state: 'checking', quote: null })).toBe('check');
  });

  it('has a screen for every state', () => {
    expect(batchStates.map(stepOf).every((step) => batchSteps.includes(step))).toBe(true);
  });
});

describe('remedies', () => {
  it.each(remedyActions.map((action) => [action]))('%s has its place', (action) => {
    expect(remedyPlace(action, { enterpriseId: 1 }).kind).toMatch(/^(lines|contracts|checks|page|elsewhere)$/);
  });

  it('are done on the spot for the commonest blockers', () => {
    expect(remedyPlace(blockerCatalogue['contract-missing'].remedy.action, { enterpriseId: 1 })).toEqual({
      kind: 'contracts',
      contract: 'worker-service',
    });
  });
});

describe('correcting a line', () => {
  it('sends only the cells that were typed, amounts in fen', () => {
    expect(requestOf({ name: ' 李四 ', phone: '', amount: '3120.5' })).toEqual({ name: '李四', amountFen: 312050 });
    expect(requestOf({})).toEqual({});
  });

  it.each(['1,000', '1e5', '-1', '¥5', '1.234'])('refuses %s as an amount', (amount) => {
    expect(requestOf({ amount })).toBeUndefined();
  });
});
