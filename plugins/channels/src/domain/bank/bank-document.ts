import type { Day, Fen, Text2 } from '@linggong/core/domain';
import type { AnswerStatus } from '../payout-channel';
import type { BankReasonCode } from '../bank-reasons';

export type DocumentKind = 'pain.002' | 'camt.053' | 'camt.054' | 'csv-answer';

/** What a file says of one payment. */
export interface DocumentAnswer {
  /** Null where the bank names only its own serial of the payment (returns). */
  readonly endToEndId: string | null;
  /** Serial of the payment that this one refers to (原交易流水号). */
  readonly originalReference: string | null;
  readonly status: AnswerStatus;
  readonly reasonCode: BankReasonCode | null;
  readonly bankReference: string | null;
  /** What the file says was moved; null where it says none. */
  readonly amountFen: Fen | null;
  readonly at: Date;
}

/** An answer for a whole file or group of ours that lists no line: every line that has none of its own. */
export interface GroupAnswer {
  readonly messageId: string;
  readonly status: 'settled' | 'rejected';
  readonly reasonCode: BankReasonCode | null;
  readonly at: Date;
}

/** A line of a statement or notification (`Ntry`). */
export interface DocumentLine {
  readonly account: string;
  readonly serial: string;
  readonly bookedOn: Day;
  readonly bookedAt: Date;
  readonly direction: 'credit' | 'debit';
  readonly amountFen: Fen;
  readonly reversal: boolean;
  readonly endToEndId: string | null;
  /** Who paid in; null for what goes out or comes back, which would name a person. */
  readonly payerName: string | null;
  readonly remark: string;
}

/** A statement of one account over a span (`Stmt`), its balances proved against its lines. */
export interface DocumentStatement {
  readonly statementId: string;
  readonly account: string;
  readonly openingFen: Fen;
  readonly closingFen: Fen;
}

/** Everything that a bank's file says, read once at the border. */
export interface BankDocument {
  readonly kind: DocumentKind;
  readonly documentId: string;
  /** Our file that it answers, where it says so, and what it says of that file's size. */
  readonly original: {
    readonly messageId: string;
    readonly lines: number | null;
    readonly totalFen: Fen | null;
  } | null;
  readonly answers: readonly DocumentAnswer[];
  readonly groups: readonly GroupAnswer[];
  readonly lines: readonly DocumentLine[];
  readonly statements: readonly DocumentStatement[];
}

/** Why a file is refused as a whole: nothing of it is applied, and it is kept as it came. */
export const fileFaults = {
  'encoding-broken': {
    zh: '文件编码损坏，含有无法识别的字节',
    en: 'The encoding is broken: bytes that stand for nothing',
  },
  'xml-broken': { zh: 'XML 不完整或格式错误（可能传输中被截断）', en: 'The XML is broken or cut off' },
  'xml-doctype': {
    zh: 'XML 含有 DOCTYPE 或实体定义，出于安全拒收',
    en: 'The XML defines a DOCTYPE or entities: refused for safety',
  },
  'xml-too-deep': { zh: 'XML 嵌套过深或元素过多', en: 'The XML is nested too deeply, or has too many elements' },
  'kind-unknown': {
    zh: '不是 pain.002、camt.053、camt.054，也不是本渠道的回盘格式',
    en: 'Neither pain.002, camt.053, camt.054 nor the answer form of this channel',
  },
  'document-id-missing': { zh: '缺少文件编号', en: 'The number of the file is missing' },
  'field-broken': {
    zh: '缺少必填内容，或金额、日期无法识别',
    en: 'Something required is missing, or an amount or date cannot be read',
  },
  'currency-unknown': { zh: '币种不是人民币', en: 'The currency is not CNY' },
  'totals-differ': { zh: '笔数或金额合计与明细不符', en: 'Counts or control sums differ from the lines' },
  'balance-differs': {
    zh: '期初余额加减发生额不等于期末余额',
    en: 'Opening balance and lines do not give the closing balance',
  },
  'original-differs': {
    zh: '原文件的笔数或金额与我方发送的不符',
    en: 'Count or sum of the original file differ from what we sent',
  },
  'serial-differs': {
    zh: '同一日期同一银行流水号已有不同的记录',
    en: 'The same serial of the bank on the same day stands here with other facts',
  },
  'header-unknown': { zh: '回盘文件的列与模板不符', en: 'The columns of the answer are not those of the profile' },
  'csv-broken': {
    zh: '回盘文件列数不符或引号未闭合（可能被截断）',
    en: 'Columns are missing, or a quote never closes: the answer may be cut off',
  },
  'too-large': { zh: '文件超过大小上限', en: 'The file is larger than may be' },
  'file-empty': { zh: '文件为空', en: 'The file is empty' },
} as const satisfies Record<string, Text2>;

export type FileFaultCode = keyof typeof fileFaults;

/** Thrown while reading: the file as a whole is refused. `where` names an element or line, never its content. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly where = '',
  ) {
    super(`${code}${where === '' ? '' : ` at ${where}`}`);
    this.name = 'FileFault';
  }
}
