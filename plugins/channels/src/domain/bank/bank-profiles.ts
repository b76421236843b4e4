import type { Text2 } from '@linggong/core/domain';
import type { Pain001Version } from '../iso/pain-001';

/** What a column of a bank's sheet holds. */
export type CsvField =
  | 'sequence'
  | 'payeeAccount'
  | 'payeeName'
  | 'amount'
  | 'currency'
  | 'payeeBankName'
  | 'payeeBankCode'
  | 'ownBank'
  | 'purpose'
  | 'reference';

/** What the first line of a file says of the whole (总计行). */
export type CsvHeaderField =
  'batch' | 'payerAccount' | 'payerName' | 'count' | 'total' | 'currency' | 'valueDay' | 'purpose';

/** What a column of a bank's answer holds. */
export type CsvAnswerField =
  'reference' | 'amount' | 'status' | 'reasonCode' | 'reasonText' | 'bankReference' | 'time' | 'ignored';

export interface CsvProfile {
  /** `gbk` where the bank's host refuses the four-byte characters of GB18030 (生僻字). */
  readonly characters: 'gb18030' | 'gbk';
  readonly separator: ',' | '|';
  /** The line before the headings; null where totals stand nowhere. */
  readonly header: readonly CsvHeaderField[] | null;
  readonly columns: readonly (readonly [heading: string, field: CsvField])[];
  readonly amount: 'yuan';
  readonly ownBank: Readonly<Record<'own' | 'other', string>>;
  readonly purpose: string;
  readonly answer: {
    readonly columns: readonly (readonly [heading: string, field: CsvAnswerField])[];
    /** Words of the status column. What stands in none of them is still open. */
    readonly settled: readonly string[];
    readonly rejected: readonly string[];
    readonly returned: readonly string[];
    readonly open: readonly string[];
    /** The bank's own reason codes -> ISO. */
    readonly reasons: Readonly<Record<string, string>>;
  };
}

/** How one bank wants to be spoken to. A profile is a payout channel of its own, `bank-file-<code>`. */
export interface BankProfile {
  readonly code: string;
  readonly name: Text2;
  readonly format: Pain001Version | 'csv';
  readonly csv: CsvProfile | null;
  /** When the payee's CNAPS number has to be given. */
  readonly payeeBank: 'always' | 'other-bank' | 'never';
  /** Is the payee's identity number part of the file? */
  readonly identity: boolean;
  /** Bytes in the encoding of the file. */
  readonly nameBytesMax: number;
  readonly remarkBytesMax: number;
}

const answerWords = {
  settled: ['成功', '交易成功'],
  rejected: ['失败', '交易失败'],
  returned: ['退汇', '已退汇'],
  open: ['处理中', '待处理'],
} as const;

const iso = { csv: null, payeeBank: 'always', identity: true, nameBytesMax: 140, remarkBytesMax: 140 } as const;

/**
 * Profiles of bank files (银行文件模板). Column sheets differ from bank to bank and from year to year; these follow the common
 * 代发 sheets (domain.md 7.1) and are data: another bank is another entry.
 */
export const bankProfiles = [
  {
    ...iso,
    code: 'iso-09',
    name: { zh: 'ISO 20022（pain.001.001.09）', en: 'ISO 20022 (pain.001.001.09)' },
    format: 'pain.001.001.09',
  },
  {
    ...iso,
    code: 'iso-03',
    name: { zh: 'ISO 20022（pain.001.001.03）', en: 'ISO 20022 (pain.001.001.03)' },
    format: 'pain.001.001.03',
  },
  {
    code: 'icbc',
    name: { zh: '工商银行代发 CSV', en: 'ICBC payout CSV' },
    format: 'csv',
    payeeBank: 'other-bank',
    identity: false,
    nameBytesMax: 60,
    remarkBytesMax: 40,
    csv: {
      characters: 'gb18030',
      separator: ',',
      header: ['batch', 'payerAccount', 'payerName', 'count', 'total', 'currency', 'valueDay'],
      columns: [
        ['序号', 'sequence'],
        ['收款账号', 'payeeAccount'],
        ['收款户名', 'payeeName'],
        ['金额', 'amount'],
        ['收款行名', 'payeeBankName'],
        ['联行号', 'payeeBankCode'],
        ['本他行标志', 'ownBank'],
        ['用途', 'purpose'],
        ['客户流水号', 'reference'],
      ],
      amount: 'yuan',
      ownBank: { own: '1', other: '2' },
      purpose: '劳务费',
      answer: {
        ...answerWords,
        columns: [
          ['客户流水号', 'reference'],
          ['金额', 'amount'],
          ['处理状态', 'status'],
          ['错误码', 'reasonCode'],
          ['错误信息', 'reasonText'],
          ['银行流水号', 'bankReference'],
          ['交易时间', 'time'],
        ],
        reasons: {
          '0101': 'AC01',
          '0102': 'AC04',
          '0103': 'AC06',
          '0104': 'BE01',
          '0201': 'AM04',
          '0202': 'AM02',
          '0301': 'RC01',
        },
      },
    },
  },
  {
    code: 'ccb',
    name: { zh: '建设银行代发文本', en: 'CCB payout text' },
    format: 'csv',
    payeeBank: 'other-bank',
    identity: false,
    nameBytesMax: 40,
    remarkBytesMax: 20,
    csv: {
      characters: 'gbk',
      separator: '|',
      header: ['count', 'total', 'payerAccount', 'batch'],
      columns: [
        ['序号', 'sequence'],
        ['账号', 'payeeAccount'],
        ['户名', 'payeeName'],
        ['金额', 'amount'],
        ['跨行标识', 'ownBank'],
        ['行名', 'payeeBankName'],
        ['联行行号', 'payeeBankCode'],
        ['摘要', 'reference'],
      ],
      amount: 'yuan',
      ownBank: { own: '0', other: '1' },
      purpose: '劳务费',
      answer: {
        ...answerWords,
        columns: [
          ['序号', 'ignored'],
          ['摘要', 'reference'],
          ['金额', 'amount'],
          ['结果', 'status'],
          ['原因码', 'reasonCode'],
          ['流水号', 'bankReference'],
          ['时间', 'time'],
        ],
        reasons: { E001: 'AC01', E002: 'AC04', E003: 'AC06', E004: 'BE01', E005: 'AM04', E006: 'RC01' },
      },
    },
  },
  {
    code: 'cmb',
    name: { zh: '招商银行代发 CSV', en: 'China Merchants Bank payout CSV' },
    format: 'csv',
    payeeBank: 'never',
    identity: false,
    nameBytesMax: 62,
    remarkBytesMax: 60,
    csv: {
      characters: 'gb18030',
      separator: ',',
      header: null,
      columns: [
        ['帐号', 'payeeAccount'],
        ['户名', 'payeeName'],
        ['金额', 'amount'],
        ['币种', 'currency'],
        ['开户行', 'payeeBankName'],
        ['业务参考号', 'reference'],
      ],
      amount: 'yuan',
      ownBank: { own: 'Y', other: 'N' },
      purpose: '劳务费',
      answer: {
        ...answerWords,
        columns: [
          ['业务参考号', 'reference'],
          ['金额', 'amount'],
          ['状态', 'status'],
          ['错误码', 'reasonCode'],
          ['错误描述', 'reasonText'],
          ['流水号', 'bankReference'],
          ['处理时间', 'time'],
        ],
        reasons: {
          CSEAC01: 'AC01',
          CSEAC04: 'AC04',
          CSEAC06: 'AC06',
          CSEBE01: 'BE01',
          CSEAM04: 'AM04',
          CSERC01: 'RC01',
        },
      },
    },
  },
] as const satisfies readonly BankProfile[];

export const BANK_FILE_PREFIX = 'bank-file-';

/** The profile behind a channel; undefined where the channel is none of files. */
export function profileOf(channel: string): BankProfile | undefined {
  return bankProfiles.find(({ code }) => channel === `${BANK_FILE_PREFIX}${code}`);
}
