import iconv from 'iconv-lite';
import { bankProfiles, type BankDocument, type BankProfile } from '../../domain';
import { readDocument } from './read-document';

const profile = bankProfiles[0] as BankProfile;
const read = (text: string | Buffer): BankDocument => readDocument(Buffer.from(text), profile, 'X');

interface Bits {
  entries?: string;
  opening?: string;
  closing?: string;
  more?: string;
}

/** A statement in the form of camt.053.001.02, with a namespace prefix and times of the bank's own. */
function statement({ entries = '', opening = '100.00', closing = '100.00', more = '' }: Bits): string {
  const balance = (code: string, amount: string) =>
    `<c:Bal><c:Tp><c:CdOrPrtry><c:Cd>${code}</c:Cd></c:CdOrPrtry></c:Tp><c:Amt Ccy="CNY">${amount.replace('-', '')}</c:Amt><c:CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</c:CdtDbtInd></c:Bal>`;
  return `<?xml version="1.0" encoding="UTF-8"?><c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><c:BkToCstmrStmt><c:GrpHdr><c:MsgId>M1</c:MsgId><c:CreDtTm>2026-11-20T18:00:00</c:CreDtTm></c:GrpHdr><c:Stmt><c:Id>S1</c:Id><c:CreDtTm>2026-11-20T18:00:00</c:CreDtTm><c:Acct><c:Id><c:Othr><c:Id>A1</c:Id></c:Othr></c:Id></c:Acct>${balance('OPBD', opening)}${balance('CLBD', closing)}${more}${entries}</c:Stmt></c:BkToCstmrStmt></c:Document>`;
}

const entry = (amount: string, word: 'CRDT' | 'DBIT', details = '', day = '2026-11-20', status = 'BOOK'): string =>
  `<c:Ntry><c:Amt Ccy="CNY">${amount}</c:Amt><c:CdtDbtInd>${word}</c:CdtDbtInd>${details.includes('RtrInf') ? '<c:RvslInd>true</c:RvslInd>' : ''}<c:Sts>${status}</c:Sts><c:BookgDt><c:Dt>${day}</c:Dt></c:BookgDt><c:AcctSvcrRef>R${amount}</c:AcctSvcrRef><c:NtryDtls>${details}</c:NtryDtls></c:Ntry>`;
const detail = (reference: string, more = ''): string =>
  `<c:TxDtls><c:Refs><c:EndToEndId>${reference}</c:EndToEndId></c:Refs>${more}</c:TxDtls>`;

describe('camt.053', () => {
  it('of version 02: debits settle, returns return, deposits are lines, and what is pending is nothing yet', () => {
    const { answers, lines, statements } = read(
      statement({
        closing: '141.00',
        entries: [
          entry('10.00', 'DBIT', detail('E1')),
          entry('1.00', 'CRDT', detail('E2', '<c:RtrInf><c:Rsn><c:Cd>AC01</c:Cd></c:Rsn></c:RtrInf>'), '2026-11-19'),
          entry(
            '50.00',
            'CRDT',
            `<c:TxDtls><c:RltdPties><c:Dbtr><c:Nm>付款企业</c:Nm></c:Dbtr></c:RltdPties></c:TxDtls>`,
          ),
          entry('7.00', 'DBIT', detail('E3'), '2026-11-20', 'PDNG'),
        ].join(''),
      }),
    );
    expect(answers.map(({ endToEndId, status, reasonCode }) => [endToEndId, status, reasonCode])).toEqual([
      ['E1', 'settled', null],
      ['E2', 'returned', 'AC01'],
    ]);
    // Of the day of the document: its time; of an earlier day: the last second of that day, in Shanghai.
    expect(answers.map(({ at }) => at.toISOString())).toEqual(['2026-11-20T10:00:00.000Z', '2026-11-19T15:59:59.000Z']);
    expect(
      lines.map(({ direction, amountFen, reversal, payerName }) => [direction, amountFen, reversal, payerName]),
    ).toEqual([
      ['debit', 1_000n, false, null],
      ['credit', 100n, true, null],
      ['credit', 5_000n, false, '付款企业'],
    ]);
    expect(statements).toEqual([{ statementId: 'S1', account: 'A1', openingFen: 10_000n, closingFen: 14_100n }]);
  });

  it('a batch booking is its payments, each with its amount, and they have to add up', () => {
    const amount = (fen: string): string => `<c:Amt Ccy="CNY">${fen}</c:Amt>`;
    const part = (reference: string, fen: string): string =>
      `<c:TxDtls><c:Refs><c:EndToEndId>${reference}</c:EndToEndId></c:Refs>${amount(fen)}</c:TxDtls>`;
    const batch = (last: string) =>
      statement({ closing: '90.00', entries: entry('10.00', 'DBIT', part('E1', '4.00') + part('E2', last)) });
    expect(read(batch('6.00')).lines.map(({ serial, amountFen }) => [serial, amountFen])).toEqual([
      ['R10.00/1', 400n],
      ['R10.00/2', 600n],
    ]);
    expect(() => read(batch('5.99'))).toThrow(expect.objectContaining({ code: 'totals-differ' }));
  });

  it.each([
    ['a closing balance a fen too high', statement({ closing: '100.01' }), 'balance-differs'],
    ['no opening balance', statement({}).replace('OPBD', 'ITBD'), 'field-broken'],
    [
      'a count of entries that is not so',
      statement({ more: '<c:TxsSummry><c:TtlNtries><c:NbOfNtries>1</c:NbOfNtries></c:TtlNtries></c:TxsSummry>' }),
      'totals-differ',
    ],
    ['an amount in figures of another kind', statement({ closing: '1e2' }), 'field-broken'],
    ['an amount below zero', statement({ entries: entry('-1.00', 'DBIT') }), 'field-broken'],
    [
      'a day that is none',
      statement({ closing: '99.00', entries: entry('1.00', 'DBIT', '', '2026-02-30') }),
      'field-broken',
    ],
    ['neither credit nor debit', statement({}).replace('CRDT', 'BOTH'), 'field-broken'],
  ])('with %s is refused', (_words, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it('an overdrawn account has a balance below zero', () => {
    expect(read(statement({ opening: '-5.00', closing: '-5.00' })).statements[0]).toMatchObject({ openingFen: -500n });
  });

  it('in GBK as it declares itself is read, and in UTF-8 where it says GBK is refused', () => {
    const text = statement({
      closing: '150.00',
      entries: entry(
        '50.00',
        'CRDT',
        `<c:TxDtls><c:RltdPties><c:Dbtr><c:Nm>付款企业</c:Nm></c:Dbtr></c:RltdPties></c:TxDtls>`,
      ),
    });
    const declared = text.replace('encoding="UTF-8"', 'encoding="GBK"');
    expect(read(iconv.encode(declared, 'gbk')).lines[0]?.payerName).toBe('付款企业');
    expect(() => read(iconv.encode(text, 'gbk'))).toThrow(expect.objectContaining({ code: 'encoding-broken' }));
  });
});

it('values that look like numbers stay the texts that they are', () => {
  const { lines, answers } = read(
    statement({ closing: '99.00', entries: entry('1.00', 'DBIT', detail('00012345678901234567890')) }),
  );
  expect(lines[0]?.endToEndId).toBe('00012345678901234567890');
  expect(answers).toHaveLength(1);
});
