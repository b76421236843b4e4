import { covers, rowScope } from './index';

describe('rowScope', () => {
  it('gives all, or the rows of the enterprise, of the worker, or of the account itself', () => {
    expect(rowScope('all', { id: 1, enterpriseId: 2 })).toEqual({ kind: 'all' });
    expect(rowScope('own', { id: 1, enterpriseId: 2 })).toEqual({ kind: 'enterprise', enterpriseId: 2 });
    expect(rowScope('own', { id: 1, workerId: 3 })).toEqual({ kind: 'worker', workerId: 3 });
    expect(rowScope('own', { id: 1 })).toEqual({ kind: 'account', accountId: 1 });
    expect(rowScope('queue', { id: 1 })).toEqual({ kind: 'account', accountId: 1 });
  });
});

describe('covers', () => {
  it('compares what the scope is about, and nothing else', () => {
    expect(covers({ kind: 'all' }, {})).toBe(true);
    expect(covers({ kind: 'enterprise', enterpriseId: 2 }, { enterpriseId: 2, workerId: 9 })).toBe(true);
    expect(covers({ kind: 'enterprise', enterpriseId: 2 }, { enterpriseId: 3 })).toBe(false);
    expect(covers({ kind: 'enterprise', enterpriseId: 2 }, {})).toBe(false);
    expect(covers({ kind: 'worker', workerId: 3 }, { enterpriseId: 3 })).toBe(false);
    expect(covers({ kind: 'worker', workerId: 3 }, { workerId: null })).toBe(false);
    expect(covers({ kind: 'account', accountId: 1 }, { accountId: 1 })).toBe(true);
  });
});
