import { requestOf } from './deposit-request';

const now = new Date('2026-11-22T02:14:00Z');
const filled = {
  enterprise: { id: 7, name: '长沙某某有限公司' },
  amount: '1,234.50',
  bankSerial: ' 0001 ',
  payerName: '长沙某某有限公司',
};

describe('the request of a deposit', () => {
  it('leaves the time to the server while nobody has touched it', () => {
    expect(requestOf(filled, now)).toEqual({
      enterpriseId: 7,
      amountFen: 123_450,
      bankSerial: '0001',
      payerName: '长沙某某有限公司',
    });
  });

  it('sends a typed time of Beijing in UTC', () => {
    expect(requestOf({ ...filled, receivedAt: '2026-11-22 00:30' }, now)).toMatchObject({
      receivedAt: '2026-11-21T16:30:00.000Z',
    });
  });

  it.each([
    ['no enterprise', { enterprise: undefined }],
    ['no amount', { amount: '0' }],
    ['no serial', { bankSerial: ' ' }],
    ['no payer', { payerName: '' }],
    ['a time to come', { receivedAt: '2026-11-22 10:30' }],
    ['half a time', { receivedAt: '2026-11-22' }],
  ])('is none with %s', (_what, change) => {
    const { enterprise, ...rest } = { ...filled, ...change };
    expect(requestOf({ ...rest, ...(enterprise ? { enterprise } : {}) }, now)).toBeUndefined();
  });
});
