import { accountOf, enterpriseAccountKinds, handFault } from '@linggong/ledger/domain';
import { adjustmentOf, isAdjustable } from './adjustment';

describe('an adjustment', () => {
  it('debits or credits the account of the page', () => {
    const asked = { account: 'bank:1', other: 'fee:1', amountFen: 5 };
    expect(adjustmentOf({ ...asked, side: 'debit' })).toEqual({ source: 'fee:1', destination: 'bank:1', amountFen: 5 });
    expect(adjustmentOf({ ...asked, side: 'credit' })).toEqual({
      source: 'bank:1',
      destination: 'fee:1',
      amountFen: 5,
    });
  });

  it('is offered for the accounts that the server takes, and for no other', () => {
    for (const kind of enterpriseAccountKinds) {
      const other = accountOf(kind === 'bank' ? 'deposit' : 'bank', 1);
      const fault = handFault([{ source: accountOf(kind, 1), destination: other, amountFen: 1n }]);
      expect([kind, isAdjustable(`${kind}:1`)]).toEqual([kind, fault === undefined]);
    }
  });
});
