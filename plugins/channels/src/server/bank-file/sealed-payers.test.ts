import { createKeyring, createVault } from '@linggong/vault';
import { keptPayer } from './sealed-payers';

const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 3)]]), index: Buffer.alloc(32, 4) });
const vault = createVault({ keyring, root: '/nowhere' });
const kept = (payerName: string, remark = '') =>
  keptPayer(vault, {
    account: '62220001',
    serial: 'B-1',
    bookedOn: '2026-11-26',
    payerName,
    remark,
  });

describe('who paid, as a line keeps him', () => {
  it.each(['张*', '张**', '欧阳**', '*'])('%s was starred by the bank: nothing is left to seal', (name) => {
    expect(kept(name)).toMatchObject({ shown: name, sealed: null, blind: null });
  });

  it.each([
    ['张三*', '张**'],
    ['*三', '**'],
    ['张*丰', '张**'],
    ['欧阳娜*', '欧阳**'],
  ])('%s still tells of a person: sealed, and masked as %s, in his words too', (name, mask) => {
    const { shown, sealed, blind, remark } = kept(name, `${name} 代付`);
    expect([shown, remark]).toEqual([mask, `${mask} 代付`]);
    expect([sealed, blind].every((value) => value instanceof Buffer)).toBe(true);
  });
});
