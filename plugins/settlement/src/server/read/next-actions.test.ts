import { nextActions, type ActionFacts } from './next-actions';
import { progressOf } from './stage-progress';

const quoted: ActionFacts = {
  state: 'quoted',
  ready: 3,
  blockers: [],
  isExpired: false,
  confirmedBy: null,
  effect: null,
};
const names = (facts: ActionFacts, role: Parameters<typeof nextActions>[1]['role'], id = 1): string[] =>
  nextActions(facts, { id, role }).map(({ action, enabled }) => (enabled ? action : `(${action})`));

describe('the buttons of a batch', () => {
  it('are those that the state and the role allow', () => {
    expect(names(quoted, 'enterprise')).toEqual(['confirm', 'recheck', 'edit-line', 'exclude-lines', 'cancel']);
    expect(names(quoted, 'operator')).toEqual(['recheck', 'edit-line', 'exclude-lines', 'cancel']);
    expect(names(quoted, 'finance-approver')).toEqual(['cancel']);
    expect(names(quoted, 'tax-officer')).toEqual([]);
    expect(names({ ...quoted, state: 'completed' }, 'enterprise')).toEqual([]);
  });

  it('are for risk, where a class has every payment looked at and nobody did (R6.2)', () => {
    const waiting: ActionFacts = { ...quoted, blockers: ['class-review'] };
    expect(names(waiting, 'risk-officer')).toEqual(['review-class']);
    expect(names(waiting, 'enterprise')).toEqual(['(confirm)', 'recheck', 'edit-line', 'exclude-lines', 'cancel']);
    expect(names(quoted, 'risk-officer')).toEqual([]);
  });

  it('are off with a reason: a blocker of the batch, an ended quote, nothing ready, a check at work', () => {
    const whyConfirm = (facts: Partial<ActionFacts>): string | undefined =>
      nextActions({ ...quoted, ...facts }, { id: 1, role: 'enterprise' })[0]?.why?.zh;
    expect(whyConfirm({})).toBeUndefined();
    expect(whyConfirm({ blockers: ['deposit-insufficient'] })).toBe('预存款不足');
    expect(whyConfirm({ isExpired: true })).toContain('失效');
    expect(whyConfirm({ ready: 0 })).toBe('没有可发放的行');
    expect(names({ ...quoted, state: 'checking' }, 'enterprise')).toEqual([
      '(recheck)',
      '(edit-line)',
      '(exclude-lines)',
      'cancel',
    ]);
  });

  it('never let anybody release what he confirmed', () => {
    const confirmed: ActionFacts = { ...quoted, state: 'confirmed', confirmedBy: 8 };
    expect(names(confirmed, 'finance-approver', 8)).toEqual(['(release)', 'cancel']);
    expect(names(confirmed, 'finance-approver', 9)).toEqual(['release', 'cancel']);
  });
});

describe('progress', () => {
  const at = (state: 'checking' | 'quoted' | 'paying' | 'completed', stage: 'risk' | 'tax' | 'book') =>
    progressOf({ state, stage, stageDone: 4, stageTotal: 10, lineCount: 10 }, null)
      .map((bar) => bar.state[0])
      .join('');
  it('shows what is over, at work and to come', () => {
    expect(at('checking', 'risk')).toBe('ddddrwww');
    expect(at('quoted', 'tax')).toBe('ddddddww');
    expect(at('paying', 'book')).toBe('dddddddr');
    expect(at('completed', 'book')).toBe('dddddddd');
  });

  it('counts sending and booking by the orders while both go on', () => {
    const orders = { confirmed: 5, paying: 3, paid: 1, returned: 0, failed: 1, cancelled: 0 };
    const counted = Object.entries(orders).map(([state, count]) => [state, { count }]);
    const batch = { state: 'paying', stage: 'book', stageDone: 2, stageTotal: 10, lineCount: 12 } as const;
    expect(progressOf(batch, Object.fromEntries(counted)).slice(-2)).toMatchObject([
      { stage: 'pay', state: 'running', done: 5, total: 10 },
      { stage: 'book', state: 'running', done: 2, total: 10 },
    ]);
  });
});
