import { meOf } from '../session/me';
import { may } from '../session/rights';
import { rightOfPage } from './page-rights';

const resources = ['engagements', 'settlement-batches', 'tax-periods', 'ledger-accounts'];

describe('the right that a page asks for', () => {
  it.each([
    ['/engagements', { resource: 'engagements', action: 'list' }],
    ['/engagements/', { resource: 'engagements', action: 'list' }],
    ['/engagements/7/show', { resource: 'engagements', action: 'show' }],
    ['/engagements/7', { resource: 'engagements', action: 'edit' }],
    ['/settlement-batches/create', { resource: 'settlement-batches', action: 'create' }],
    ['/trial-balance', { resource: 'ledger-accounts', action: 'trial-balance' }],
    ['/schedules', { resource: 'schedules', action: 'list' }],
    ['/data-keys', { resource: 'data-keys', action: 'list' }],
    ['/queue-board', { resource: 'queue-board', action: 'open' }],
    ['/timelines', { resource: 'timeline', action: 'read' }],
    ['/timelines/worker/7', { resource: 'timeline', action: 'read' }],
    ['/', undefined],
    ['/nothing-here', undefined],
  ])('%s', (path, right) => {
    expect(rightOfPage(path, resources)).toEqual(right);
  });

  it('is judged by the matrix before the server is asked', () => {
    const me = meOf({ identifier: 'a', role: 'finance-approver', permissions: { engagement: { read: 'all' } } });
    const allowed = (path: string): boolean => {
      const right = rightOfPage(path, resources);
      return right === undefined || may(me, right.resource, right.action);
    };
    expect(['/engagements', '/engagements/7/show', '/trial-balance', '/'].map(allowed)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
