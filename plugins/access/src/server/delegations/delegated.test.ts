import { delegationFor, type Delegated } from './delegated';

const given: Delegated = {
  fromAccount: 1,
  fromName: 'institution-manager#1',
  fromRole: 'institution-manager',
  toAccount: 2,
  resource: null,
};
const request = {
  resource: 'enterprise',
  action: 'offboard',
  subjectId: '2',
  deciders: ['institution-manager', 'merchant-reviewer'],
  maker: 9,
} as const;

it('decides for another what waits for his role, about what he gave, and never his own request', () => {
  expect(delegationFor([given], request)).toBe(given);
  expect(delegationFor([], request)).toBeUndefined();
  expect(delegationFor([{ ...given, resource: 'elevation' }], request)).toBeUndefined();
  expect(delegationFor([{ ...given, resource: 'enterprise' }], request)?.fromAccount).toBe(1);
  expect(delegationFor([{ ...given, fromRole: 'finance-approver' }], request)).toBeUndefined();
  expect(delegationFor([given], { ...request, maker: 1 })).toBeUndefined();
});

it('decides nothing for another by which either of the two gains a power', () => {
  const powers = { ...request, resource: 'account', action: 'change-role', deciders: ['institution-manager'] } as const;
  expect(delegationFor([given], powers)).toBeUndefined();
  expect(delegationFor([given], { ...powers, subjectId: '1' })).toBeUndefined();
  expect(delegationFor([given], { ...powers, subjectId: '3' })).toBe(given);
  // An opening names a word; one that is a number is nobody's account.
  expect(delegationFor([given], { ...powers, action: 'create' })).toBe(given);
  const elevation = { ...powers, resource: 'elevation', action: 'ask', subjectId: '2:worker' } as const;
  expect(delegationFor([given], { ...elevation, maker: 2 })).toBeUndefined();
  expect(delegationFor([given], elevation)).toBe(given);
});
