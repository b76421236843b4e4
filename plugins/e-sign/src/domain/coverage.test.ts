import { covers, type CoveringContract, type Payment } from './coverage';

const contract: CoveringContract = {
  state: 'signed',
  workerId: 1,
  enterpriseId: 7,
  scenarios: ['delivery', 'sorting'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  revokedOn: null,
  wasSigned: true,
};
const payment: Payment = { workerId: 1, enterpriseId: 7, scenario: 'sorting', day: '2026-11-22' };

describe('covers', () => {
  it.each<[string, Partial<CoveringContract>, Partial<Payment>, boolean]>([
    ['its day, enterprise and kind of work', {}, {}, true],
    ['its first day', {}, { day: '2026-01-01' }, true],
    ['its last day', {}, { day: '2026-12-31' }, true],
    ['the day before', {}, { day: '2025-12-31' }, false],
    ['the day after', {}, { day: '2027-01-01' }, false],
    ['without end, any later day', { validTo: null }, { day: '2099-01-01' }, true],
    ['another enterprise', {}, { enterpriseId: 8 }, false],
    ['every enterprise, as a framework agreement', { enterpriseId: null }, { enterpriseId: 8 }, true],
    ['another kind of work', {}, { scenario: 'design' }, false],
    ['every kind of work', { scenarios: ['*'] }, { scenario: 'design' }, true],
    ['another worker', {}, { workerId: 2 }, false],
    ['nothing before it is signed', { state: 'sent', wasSigned: false }, {}, false],
    ['the days before it was revoked', { state: 'revoked', revokedOn: '2026-11-23' }, {}, true],
    ['not the day on which it was revoked', { state: 'revoked', revokedOn: '2026-11-22' }, {}, false],
    ['a past day after it has expired', { state: 'expired' }, {}, true],
  ])('%s', (_what, own, paid, expected) => {
    expect(covers({ ...contract, ...own }, { ...payment, ...paid })).toBe(expected);
  });
});
