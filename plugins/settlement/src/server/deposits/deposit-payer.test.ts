import { createKeyring, createVault } from '@linggong/vault';
import { depositPayer, payerBlind } from './deposit-payer';

const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 3)]]), index: Buffer.alloc(32, 4) });
const vault = createVault({ keyring, root: '/nowhere' });
const receipt = { account: '62220001', bankSerial: 'B-1', day: '2026-11-26' } as const;
const of = (payer: Parameters<typeof depositPayer>[1], enterprise = '湖南测试企业') =>
  depositPayer(vault, payer, enterprise, receipt);

describe('who paid a deposit (付款人)', () => {
  it('is the enterprise, in clear, however the bank writes its name', () => {
    expect(of(' 湖南 测试企业')).toMatchObject({ isOwn: true, shown: ' 湖南 测试企业', sealed: null });
  });

  it('may be another organisation, whose name is public', () => {
    expect(of('长沙他人有限公司')).toMatchObject({ isOwn: false, shown: '长沙他人有限公司', sealed: null });
  });

  it('is a person in every other case: sealed and masked', () => {
    const { shown, sealed } = of('张三');
    expect(shown).toBe('张*');
    expect(Buffer.from(sealed ?? '', 'base64').includes('张三')).toBe(false);
    expect(of('张三').blind).toBe(of(' 张 三').blind);
  });

  it('is not sealed where the bank starred his name itself', () => {
    expect(of('张**')).toMatchObject({ isOwn: false, shown: '张**', sealed: null });
  });

  it('is known as the enterprise by its hash where a statement sealed him', () => {
    const trader = '王五';
    const line = { masked: '王*', sealed: Buffer.from('x'), blind: Buffer.from(payerBlind(vault, trader), 'hex') };
    expect(of(line, trader)).toMatchObject({ isOwn: true, shown: trader, sealed: null });
    expect(of(line, '王六')).toMatchObject({ isOwn: false, shown: '王*', sealed: Buffer.from('x').toString('base64') });
  });
});
