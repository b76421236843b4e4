import { isOver, verdictOf, type Verification } from './chain';

const verification = { ok: true } as Verification;

describe('the state of the chain', () => {
  it('is whole, broken, or not known', () => {
    expect(verdictOf(null).key).toBe('never');
    expect(verdictOf(verification)).toEqual({ key: 'whole', tone: 'good' });
    expect(verdictOf({ ...verification, ok: false })).toEqual({ key: 'broken', tone: 'bad' });
  });

  it('is asked for until a verification ends', () => {
    const run = { id: 'x', done: 0, total: 0, verification: null };
    expect(['waiting', 'running', 'done', 'failed'].map((state) => isOver({ ...run, state }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
