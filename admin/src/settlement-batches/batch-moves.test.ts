import { batchStates } from '@linggong/settlement/domain';
import { changesOf, pollEvery, stampOf } from './batch-stamp';
import { movedFigures, staleAnswer } from './quote-change';

const counts = { total: 6, read: 0, ready: 6, blocked: 0, held: 0, excluded: 0 };
const none = { count: 0, netFen: 0 };
const orders = { confirmed: none, paying: none, paid: none, returned: none, failed: none, cancelled: none };

describe('an open batch', () => {
  it('follows everybody else within three seconds, until it has ended', () => {
    const waits = batchStates.map((state) => [state, pollEvery(state)] as const);
    expect(waits.filter(([, wait]) => wait === false).map(([state]) => state)).toEqual(['completed', 'cancelled']);
    expect(Math.max(...waits.map(([, wait]) => Number(wait)))).toBe(3000);
    expect(pollEvery('paying')).toBe(1500);
  });

  it('reads its orders again when one of them moved, also after the end', () => {
    const batch = {
      state: 'completed' as const,
      quoteVersion: 3,
      counts,
      orders: { ...orders, paid: { count: 6, netFen: 1 } },
    };
    const returned = {
      ...batch,
      orders: { ...batch.orders, paid: { count: 5, netFen: 1 }, returned: { count: 1, netFen: 1 } },
    };
    expect(changesOf(returned)).not.toBe(changesOf(batch));
    expect(stampOf(returned)).toBe(stampOf(batch));
    expect(changesOf({ ...batch, state: 'paying' })).not.toBe(changesOf(batch));
  });
});

describe('a quote that no longer stands', () => {
  const effect = {
    orders: 3,
    workers: 3,
    grossFen: 900,
    feeFen: 54,
    taxFen: 10,
    netFen: 890,
    holdFen: 954,
    depositAfterFen: 0,
    blockedLines: 0,
    heldLines: 0,
    excludedLines: 0,
    blockedFen: 0,
    heldFen: 0,
    excludedFen: 0,
  };

  it('names the amounts that moved, and none where they are the same', () => {
    expect(movedFigures(effect, { ...effect, taxFen: 20, netFen: 880 })).toEqual([
      { key: 'tax', from: 10, to: 20 },
      { key: 'net', from: 890, to: 880 },
    ]);
    expect(movedFigures(effect, { ...effect })).toEqual([]);
    expect(movedFigures(effect, null)).toEqual([]);
  });

  it('is told by the refusal, with its cause where there is one', () => {
    expect(staleAnswer({ body: { code: 'quote-stale', quoteVersion: 4, cause: 'taxes' } })).toEqual({
      version: 4,
      cause: 'taxes',
    });
    expect(staleAnswer({ body: { code: 'quote-stale', quoteVersion: 4 } })).toEqual({ version: 4, cause: undefined });
    expect(staleAnswer({ body: { code: 'quote-expired' } })).toBeUndefined();
    expect(staleAnswer(new Error('x'))).toBeUndefined();
  });
});
