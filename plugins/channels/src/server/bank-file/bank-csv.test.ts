import iconv from 'iconv-lite';
import {
  bankOfCard,
  bankProfiles,
  isCnaps,
  payeeFault,
  type BankProfile,
  type ClearFile,
  type ClearTransfer,
} from '../../domain';
import { bankCsv, readBankCsv } from './bank-csv';
import { fileTextOf } from './file-text';

const profile = (code: string): BankProfile => bankProfiles.find((one) => one.code === code) as BankProfile;
const icbc = profile('icbc');
const one: ClearTransfer = {
  endToEndId: 'PO-2026-11-0001',
  amountFen: 123_456n,
  payeeName: '张三',
  payeeAccount: '6222028872946788639',
  payeeIdentity: null,
  payeeBankCode: '102100099996',
  remark: 'ST-2026-11-0001',
};
const other = {
  ...one,
  endToEndId: 'PO-2',
  amountFen: 1n,
  payeeName: '买买提·艾力',
  payeeAccount: '6217008791156692428',
  payeeBankCode: '105100000017',
};

function file(transfers: readonly ClearTransfer[]): ClearFile {
  const payer = { account: '31006601880001', name: '湖南测试企业', bankCode: '102100099996', transfers };
  return {
    messageId: 'PF-2026-11-0001',
    createdAt: new Date('2026-11-20T02:00:00Z'),
    initiator: '灵工平台',
    payers: [payer],
  };
}

function written(code: string, transfers: readonly ClearTransfer[]): string {
  const { csv } = profile(code);
  const whole = file(transfers);
  if (csv === null || whole.payers[0] === undefined) throw new Error('no sheet');
  return iconv.decode(bankCsv(whole, whole.payers[0], csv), 'gb18030');
}

describe('the sheet of a profile', () => {
  it('says totals, own and other bank, and amounts in yuan, in GB18030', () => {
    expect(written('icbc', [one, other])).toBe(
      [
        'PF-2026-11-0001,31006601880001,湖南测试企业,2,1234.57,人民币,20261120',
        '序号,收款账号,收款户名,金额,收款行名,联行号,本他行标志,用途,客户流水号',
        '1,6222028872946788639,张三,1234.56,中国工商银行,102100099996,1,劳务费,PO-2026-11-0001',
        '2,6217008791156692428,买买提·艾力,0.01,中国建设银行,105100000017,2,劳务费,PO-2',
        '',
      ].join('\r\n'),
    );
  });

  it('differs from bank to bank', () => {
    expect(written('ccb', [one])).toBe(
      [
        '1|1234.56|31006601880001|PF-2026-11-0001',
        '序号|账号|户名|金额|跨行标识|行名|联行行号|摘要',
        '1|6222028872946788639|张三|1234.56|0|中国工商银行|102100099996|PO-2026-11-0001',
        '',
      ].join('\r\n'),
    );
    expect(written('cmb', [one]).split('\r\n')[0]).toBe('帐号,户名,金额,币种,开户行,业务参考号');
  });

  it('never holds what a spreadsheet would run', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) {
      expect(() => written('icbc', [{ ...one, payeeName: name }])).toThrow('formula');
    }
  });

  it('quotes what holds its separator', () => {
    expect(written('icbc', [{ ...one, payeeName: 'Li, "Wei"' }])).toContain('"Li, ""Wei"""');
  });
});

describe('a payee that the bank would refuse is found before', () => {
  const fault = (change: Partial<ClearTransfer>, by = icbc, payer: string | null = '102100099996') =>
    payeeFault({ ...one, ...change }, payer, by, fileTextOf(by));

  it.each([
    ['', 'payee-name-empty'],
    ['  ', 'payee-name-empty'],
    ['张', 'payee-name-length'],
    ['张'.repeat(31), 'payee-name-length'],
    ['张*', 'payee-name-masked'],
    ['张三1', 'payee-name-characters'],
    ['张 三', 'payee-name-characters'],
    [' 张三', 'payee-name-characters'],
    ['=张三', 'payee-name-characters'],
    ['张三\u0007', 'payee-name-characters'],
    ['买买提.艾力', 'payee-name-dot'],
    ['买买提•艾力', 'payee-name-dot'],
    ['买买提・艾力', 'payee-name-dot'],
  ])('name %j: %s', (payeeName, code) => expect(fault({ payeeName })).toBe(code));

  it.each(['张三', '买买提·艾力', '欧阳娜娜', 'John Smith', "O'Neil", '𬭎磊'])('name %s is fine', (payeeName) => {
    expect(fault({ payeeName })).toBeUndefined();
  });

  it('a rare character goes to a bank of GB18030, and not to one of GBK', () => {
    expect(fault({ payeeName: '㛃明' }, profile('ccb'))).toBe('payee-name-charset');
    expect(fault({ payeeName: '㛃明' })).toBeUndefined();
  });

  it.each([
    [{ payeeAccount: '6222 0288 7294 6788' }, 'payee-account'],
    [{ payeeAccount: '622202887294' }, 'payee-account'],
    [{ payeeBankCode: '102100099995' }, 'payee-bank-number'],
    [{ payeeBankCode: '000000000000' }, 'payee-bank-number'],
    [{ payeeBankCode: '105100000017' }, 'payee-bank-mismatch'],
    [{ payeeBankCode: null }, 'payee-bank-unknown'],
    [{ remark: '=HYPERLINK("x")' }, 'remark-unsayable'],
    [{ remark: '备'.repeat(21) }, 'remark-unsayable'],
    [{ remark: '' }, 'remark-unsayable'],
  ] as const)('%j: %s', (change, code) => expect(fault(change)).toBe(code));

  it('a bank that needs no number takes an unknown one; a payer’s wrong number is found', () => {
    expect(fault({ payeeBankCode: null }, profile('cmb'))).toBeUndefined();
    expect(fault({}, icbc, '102100099995')).toBe('payer-bank-number');
  });
});

describe('CNAPS numbers', () => {
  it('of every bank on the list are valid, and a changed digit is not', () => {
    for (const card of [
      '6222028872946788639',
      '6217008791156692428',
      '6228487771815905814',
      '6216617617689832527',
      '6225885786146241',
      '6217994481962561969',
    ]) {
      const bank = bankOfCard(card);
      expect(bank && isCnaps(bank.cnaps)).toBe(true);
    }
    for (const text of ['102100099995', '10210009999', '10510000001X', '308584000031', '000000000000'])
      expect(isCnaps(text)).toBe(false);
    expect(bankOfCard('9999999999999999')).toBeUndefined();
  });
});

describe('an answer sheet', () => {
  const { csv } = icbc;
  if (csv === null) throw new Error('no sheet');
  const head = '客户流水号,金额,处理状态,错误码,错误信息,银行流水号,交易时间\r\n';
  const read = (text: string) => readBankCsv(iconv.encode(text, 'gb18030'), csv, 'X');

  it('tells settled, rejected, returned, and says nothing of what is open', () => {
    const answers = read(
      `${head}A,1.00,成功,,,B1,2026-11-20 10:00:00\r\nB,2.00,失败,0102,已销户,B2,2026-11-20 10:00:01\r\nC,3.00,退汇,9999,?,B3,2026-11-21 10:00:00\r\nD,4.00,处理中,,,,\r\n`,
    ).answers;
    expect(
      answers.map(({ endToEndId, status, reasonCode, amountFen }) => [endToEndId, status, reasonCode, amountFen]),
    ).toEqual([
      ['A', 'settled', null, 100n],
      ['B', 'rejected', 'AC04', 200n],
      ['C', 'returned', 'MS03', 300n],
    ]);
    expect(answers[0]?.at).toEqual(new Date('2026-11-20T02:00:00Z'));
  });

  it.each([
    ['客户流水号,金额\r\nA,1.00\r\n', 'header-unknown'],
    [`${head}A,1.00,成功,,,B1\r\n`, 'csv-broken'],
    [`${head}A,1.00,成功,,,B1,2026-11-20 10:0`, 'csv-broken'],
    [`${head}A,1.00,也许,,,B1,2026-11-20 10:00:00\r\n`, 'field-broken'],
    [`${head}A,1e5,成功,,,B1,2026-11-20 10:00:00\r\n`, 'field-broken'],
    [`${head}A,1.00,成功,,,B1,昨天\r\n`, 'field-broken'],
    [`${head},1.00,成功,,,B1,2026-11-20 10:00:00\r\n`, 'field-broken'],
  ])('%j is refused: %s', (text, code) => expect(() => read(text)).toThrow(expect.objectContaining({ code })));

  it('bytes that stand for nothing are refused', () => {
    const bytes = Buffer.concat([iconv.encode(head, 'gb18030'), Buffer.from([0x41, 0xff, 0x2c, 0x0d, 0x0a])]);
    expect(() => readBankCsv(bytes, csv, 'X')).toThrow(expect.objectContaining({ code: 'encoding-broken' }));
  });
});
