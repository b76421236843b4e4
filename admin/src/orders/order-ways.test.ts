import { relatedLists } from './order-ways';

it('leads to what belongs to an order by the filters of those lists', () => {
  expect(relatedLists({ id: 12, workerId: 3, enterpriseId: 4 })).toEqual([
    ['tax-records', { orderId: 12 }],
    ['ledger-transactions', { reference: 'order:12' }],
    ['payouts', { orderId: 12 }],
    ['contracts', { workerId: 3, enterpriseId: 4 }],
  ]);
});
