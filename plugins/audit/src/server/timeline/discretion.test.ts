import { discreet, withoutHolds } from './discretion';
import { createStories } from './stories';

const stories = createStories();
stories.add({ kind: 'firm', resource: 'enterprise', owner: 'SELECT 1', table: { name: 'public.x' } });
stories.relate({ of: 'firm', kind: 'payment', resource: 'order', ids: 'SELECT 1' });

const entry = {
  reason: '资料存疑',
  before: { state: 'active' },
  after: { state: 'suspended', stateReason: '资料存疑', nested: [{ contactName: '某人', kept: 1 }] },
};

describe('an entry as a role is told it', () => {
  it('has the fields that the role sees of the object, at whatever depth, and no reason where the mask hides reasons', () => {
    expect(discreet(stories, 'operator', 'firm', entry)).toEqual(entry);
    expect(discreet(stories, 'regulator', 'firm', entry)).toEqual({
      reason: null,
      before: { state: 'active' },
      after: { state: 'suspended', nested: [{ kept: 1 }] },
    });
  });

  it('knows the resource of what belongs to a story, and keeps reasons from everybody outside', () => {
    const paid = { reason: '补发', before: null, after: { feeFen: 5, netFen: 7 } };
    expect(discreet(stories, 'customer-service', 'payment', paid)).toEqual({ ...paid, after: { netFen: 7 } });
    expect(discreet(stories, 'worker', 'payment', paid)).toEqual({ ...paid, reason: null });
    expect(discreet(stories, 'enterprise', 'payment', paid).reason).toBeNull();
  });

  it('adds no reason to what is replayed, which has none', () => {
    expect(discreet(stories, 'worker', 'payment', { before: null, after: 1 })).toEqual({ before: null, after: 1 });
  });
});

it('leaves legal holds out for everybody who may not list them', () => {
  expect(withoutHolds('audit-admin') + withoutHolds('risk-officer') + withoutHolds('archivist')).toBe('');
  for (const role of ['worker', 'enterprise', 'regulator', 'operator'] as const)
    expect(withoutHolds(role)).toMatch(/NOT LIKE 'legal-hold/);
});
