import { matrix, roles, elevationOffers } from '@linggong/config/access';
import { audit as en } from '../i18n/en/audit';
import { audit as zh } from '../i18n/zh/audit';
import { actsOn, isAsked, mayChooseClear, offersOf, placeOfLook, reachesOf, reachOf, requestOf } from './elevation';

const offers = [{ resource: 'tax-record', actions: ['list', 'read'], reaches: ['all' as const] }];

describe('an elevation in the console', () => {
  it('is asked for with the actions of the offer and the number of its reach alone', () => {
    const typed = { resource: 'tax-record', hours: ' 4 ', reason: '核对', enterpriseId: '7', workerId: '9' };
    expect(requestOf({ ...typed, reach: 'enterprise' }, offers)).toEqual({
      resource: 'tax-record',
      actions: ['list', 'read'],
      hours: 4,
      reason: '核对',
      enterpriseId: 7,
    });
    expect(requestOf({ ...typed, reach: 'all' }, offers)).not.toHaveProperty('enterpriseId');
    expect(requestOf({ ...typed, reach: 'worker', workerId: 'x' }, offers)).toMatchObject({ workerId: 'x' });
  });

  it('opens clear values only where they are asked for, or are all that is offered', () => {
    const both = [{ resource: 'worker', actions: ['list', 'read', 'unmask'], reaches: ['all' as const] }];
    const alone = [{ resource: 'worker', actions: ['unmask'], reaches: ['all' as const] }];
    const typed = { resource: 'worker', reach: 'all', hours: '1', reason: '核对' };
    expect(requestOf(typed, both)).toMatchObject({ actions: ['list', 'read'] });
    expect(requestOf({ ...typed, clear: 'yes' }, both)).toMatchObject({ actions: ['list', 'read', 'unmask'] });
    expect(requestOf(typed, alone)).toMatchObject({ actions: ['unmask'] });
    expect([mayChooseClear(both[0]), mayChooseClear(alone[0]), mayChooseClear(offers[0])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('asks for whose rows only what the server offers, the narrowest first', () => {
    const some = [
      { resource: 'order', actions: ['read'], reaches: ['all' as const, 'enterprise' as const, 'worker' as const] },
      ...offers,
    ];
    expect(reachesOf(some, 'order')).toEqual(['worker', 'enterprise', 'all']);
    expect(reachesOf(some, 'tax-record')).toEqual(['all']);
    expect(isAsked('reach', {}, some)).toBe(false);
    expect(isAsked('workerId', { resource: 'order', reach: 'worker' }, some)).toBe(true);
    // Another thing is chosen afterwards, and nothing of one worker is offered for it.
    expect(isAsked('workerId', { resource: 'tax-record', reach: 'worker' }, some)).toBe(false);
    expect(isAsked('hours', {}, some)).toBe(true);
  });

  it('says of a look which list or which row it showed', () => {
    expect(placeOfLook('GET /api/console/tax-records')).toEqual({ list: 'tax-records', kind: 'list' });
    expect(placeOfLook('GET /api/v1/orders/:id')).toEqual({ list: 'orders', kind: 'detail' });
    expect(placeOfLook('POST /api/v1/workers/search')).toBeUndefined();
  });

  it('is ended while it is live, and looked over once, when it has ended', () => {
    expect(actsOn('live', () => true)).toEqual(['end']);
    expect(actsOn('ended', () => true)).toEqual(['review']);
    expect(actsOn('reviewed', () => true)).toEqual([]);
    expect(actsOn('ended', () => false)).toEqual([]);
  });

  it('tells whose rows it opens', () => {
    expect([
      reachOf({ enterpriseId: null, workerId: null }),
      reachOf({ enterpriseId: 1, workerId: null }),
      reachOf({ enterpriseId: null, workerId: 1 }),
    ]).toEqual(['all', 'enterprise', 'worker']);
    expect(offersOf({ items: offers })).toEqual(offers);
    expect(offersOf(undefined)).toEqual([]);
  });

  it('has a word in both languages for whatever may be looked at', () => {
    expect(matrix.some(({ elevation }) => elevation)).toBe(true);
    for (const { resource } of roles.flatMap(elevationOffers)) {
      const words: Record<string, string>[] = [zh.audit.noun, en.audit.noun];
      expect([resource, ...words.map((noun) => typeof noun[resource])]).toEqual([resource, 'string', 'string']);
    }
  });
});
