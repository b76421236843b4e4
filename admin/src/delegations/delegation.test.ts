import { matrix } from '@linggong/config/access';
import { audit as en } from '../i18n/en/audit';
import { audit as zh } from '../i18n/zh/audit';
import { everything, mayEnd, offersOf, requestOf } from './delegation';

describe('a delegation in the console', () => {
  it('is sent with its resource, or without one for everything', () => {
    const typed = { toAccountId: '7', days: ' 10 ', reason: '休假' };
    expect(requestOf({ ...typed, resource: everything })).toEqual({ toAccountId: 7, days: 10, reason: '休假' });
    expect(requestOf({ ...typed, resource: 'enterprise' })).toMatchObject({ resource: 'enterprise' });
    expect(requestOf({ ...typed, days: 'ten' })).toMatchObject({ days: 'ten' });
  });

  it('is ended by who gave it, while it lasts', () => {
    expect(mayEnd({ state: 'live', fromAccount: 1 }, 1)).toBe(true);
    expect(mayEnd({ state: 'live', fromAccount: 1 }, 2)).toBe(false);
    expect(mayEnd({ state: 'ended', fromAccount: 1 }, 1)).toBe(false);
  });

  it('offers nothing where nothing was answered', () => {
    expect(offersOf(undefined)).toEqual({ people: [], resources: [] });
    expect(offersOf({ people: [{ id: 1, identifier: 'a', name: 'x#1' }], resources: ['order'] }).people).toHaveLength(
      1,
    );
  });

  it('has a word in both languages for whatever is decided about', () => {
    const decided = matrix.filter(({ approval }) => approval).map(({ resource }) => resource);
    expect(decided.length).toBeGreaterThan(5);
    for (const resource of decided) {
      const words: Record<string, string>[] = [zh.audit.noun, en.audit.noun];
      expect([resource, ...words.map((noun) => typeof noun[resource])]).toEqual([resource, 'string', 'string']);
    }
  });
});
