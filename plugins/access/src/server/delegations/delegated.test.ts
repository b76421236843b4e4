import { delegationFor, type Delegated } from './delegated';

const given: Delegated = {
  fromAccount: 1,
  fromName: 'institution-manager#1',
  fromRole: 'institution-manager',
  resource: null,
};
const request = { resource: 'enterprise', deciders: ['institution-manager', 'merchant-reviewer'], maker: 9 } as const;

it('decides for another what waits for his role, about what he gave, and never his own request', () => {
  expect(delegationFor([given], request)).toBe(given);
  expect(delegationFor([], request)).toBeUndefined();
  expect(delegationFor([{ ...given, resource: 'elevation' }], request)).toBeUndefined();
  expect(delegationFor([{ ...given, resource: 'enterprise' }], request)?.fromAccount).toBe(1);
  expect(delegationFor([{ ...given, fromRole: 'finance-approver' }], request)).toBeUndefined();
  expect(delegationFor([given], { ...request, maker: 1 })).toBeUndefined();
});
