import { demandStill } from './redeem';

describe('what is redeemed by its maker', () => {
  const shown = { subject: { id: 1, label: 'one' }, before: { balance: 1 }, after: { balance: 2 } };
  const unmask = { resource: 'sensitive-field', action: 'unmask' };

  it('shows nothing that moves by itself: the database holds it against what stands, whole', () => {
    expect(() => demandStill(unmask, { ...shown, moving: ['balance'] })).toThrow('nothing that it shows may move');
    expect(() => demandStill(unmask, shown)).not.toThrow();
  });

  it('is the only one that may not', () => {
    const asked = { resource: 'account', action: 'unblock' };
    expect(() => demandStill(asked, { ...shown, moving: ['balance'] })).not.toThrow();
  });
});
