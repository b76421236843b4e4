import { blockerCatalogue, remedyActions, type BlockerCode } from '@linggong/settlement/api';
import { batchStates } from '@linggong/settlement/domain';
import { batchSteps, screenOf, stepIndex, stepOf } from './batch-steps';
import { requestOf } from './line-request';
import { faultyCell } from './faulty-cell';
import { recordsPath, remedyPlace } from './remedy-place';

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
    expect(remedyPlace(action, { enterpriseId: 1 }).kind).toMatch(
      /^(lines|contracts|checks|records|page|head|operator)$/,
    );
  });

  it('open what the lines themselves name, not a list that may be empty', () => {
    const of = (code: BlockerCode) => remedyPlace(blockerCatalogue[code].remedy.action, { enterpriseId: 1 });
    expect(of('task-not-accepted')).toEqual({ kind: 'records', of: 'engagement' });
    expect(of('engagement-missing')).toEqual({ kind: 'records', of: 'task' });
    expect(of('duplicate-in-batch')).toEqual({ kind: 'lines', act: 'exclude' });
    expect(recordsPath('engagement', [7])).toBe('/engagements/7/show');
    expect(decodeURIComponent(recordsPath('engagement', [7, 9]))).toBe('/engagements?filter={"id":[7,9]}');
    expect(decodeURIComponent(recordsPath('task', [1, 2]))).toBe('/tasks?filter={"id":[1,2]}');
    const many = Array.from({ length: 250 }, (_, index) => index + 1);
    expect(decodeURIComponent(recordsPath('task', many)).match(/\d+/g)).toHaveLength(100);
  });

  it('begin at the cell that is at fault', () => {
    const columns = [{ key: 'cardNumber', title: '卡号' }];
    expect(faultyCell({ code: 'amount-format', params: {} }, columns)).toBe('amount');
    expect(faultyCell({ code: 'cell-not-text', params: { column: '卡号' } }, columns)).toBe('cardNumber');
    expect(faultyCell({ code: 'cell-error', params: { column: '任务编号' } }, columns)).toBe('taskNumber');
    expect(faultyCell({ code: 'contract-missing', params: {} }, columns)).toBeUndefined();
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

  it.each(['1,000', '￥1，000.00', '１０００'])('reads %s as amounts are read everywhere', (amount) => {
    expect(requestOf({ amount })).toEqual({ amountFen: 100_000 });
  });

  it.each(['1,00', '1e5', '-1', '$5', '1.234'])('refuses %s as an amount', (amount) => {
    expect(requestOf({ amount })).toBeUndefined();
  });
});
