import { handFault, isUndoneByHand, type AccountCode } from './index';

const posting = (source: AccountCode, destination: AccountCode) => ({ source, destination, amountFen: 1n });

describe('what is booked by hand', () => {
  it('may touch what mirrors a bank, and fees', () => {
    expect(handFault([posting('deposit:7', 'bank:7'), posting('fee:7', 'deposit:7')])).toBeUndefined();
    expect(handFault([posting('suspense:platform', 'bank:platform')])).toBeUndefined();
  });

  it.each(['workers:7', 'tax-iit:7', 'tax-vat:7', 'tax-surcharge:7', 'receivable:7'] as const)(
    'may not touch %s, which rows of another plugin add up to',
    (account) => {
      expect(handFault([posting('deposit:7', 'bank:7'), posting(account, 'bank:7')])).toEqual({
        reason: 'kept-by-business',
        account,
      });
      expect(handFault([posting('bank:7', account)])).toMatchObject({ reason: 'kept-by-business' });
    },
  );

  it('moves nothing from one enterprise, or the platform, to another (二清)', () => {
    expect(handFault([posting('deposit:7', 'bank:8')])).toMatchObject({ reason: 'crossing-enterprises' });
    expect(handFault([posting('deposit:7', 'bank:7'), posting('deposit:8', 'bank:8')])).toMatchObject({
      reason: 'crossing-enterprises',
    });
    expect(handFault([posting('deposit:7', 'bank:platform')])).toMatchObject({ reason: 'crossing-enterprises' });
  });

  it('moves nothing from an account to itself', () => {
    expect(handFault([posting('bank:7', 'bank:7')])).toEqual({ reason: 'same-account', posting: 0 });
  });

  it('is undone by hand; what a business booked is not', () => {
    const kinds = ['adjustment', 'order-paid', 'deposit', 'fee-bill', 'tax-adjusted', 'reversal'];
    expect(kinds.filter(isUndoneByHand)).toEqual(['adjustment']);
  });
});
