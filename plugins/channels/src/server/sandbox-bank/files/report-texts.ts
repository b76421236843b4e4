import { shanghaiDay, yuanText, type Fen } from '@linggong/core/domain';
import { isoAmount, leaf, node, type BankProfile, type CsvAnswerField } from '../../../domain';
import { encodeGb18030 } from '../../bank-file/file-text';

/** What the bank's books say of one payment. */
export interface BankAnswer {
  readonly seq: bigint;
  readonly endToEndId: string;
  readonly messageId: string;
  readonly amountFen: Fen;
  readonly status: 'settled' | 'rejected' | 'returned';
  readonly reasonCode: string | null;
  readonly bankReference: string | null;
  readonly at: Date;
}

export interface BankMessage {
  readonly messageId: string;
  readonly lines: number;
  readonly totalFen: Fen;
}

export interface BankEntry {
  readonly id: bigint;
  readonly serial: string;
  readonly account: string;
  readonly direction: 'credit' | 'debit';
  readonly amountFen: Fen;
  readonly balanceAfterFen: Fen;
  readonly reversal: boolean;
  readonly endToEndId: string | null;
  readonly reasonCode: string | null;
  readonly holder: string;
  readonly remark: string;
  readonly at: Date;
}

const time = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
const xml = (kind: string, body: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}">${body}</Document>\n`,
  );

interface ReportFrame {
  readonly id: string;
  readonly at: Date;
  /** What the bank says of the size of our file; another than ours where it errs. */
  readonly message: BankMessage;
  readonly isPartial: boolean;
}

/** pain.002 of one message: PART where lines are still open, else the outcome of each. */
export function statusReport({ id, at, message, isPartial }: ReportFrame, answers: readonly BankAnswer[]): Buffer {
  const group = isPartial ? [leaf('GrpSts', 'PART')] : [];
  const lines = answers.map((one) =>
    node(
      'TxInfAndSts',
      leaf('StsId', `${id}-${one.seq}`.slice(-35)),
      leaf('OrgnlInstrId', one.endToEndId),
      leaf('OrgnlEndToEndId', one.endToEndId),
      leaf('TxSts', one.status === 'rejected' ? 'RJCT' : 'ACSC'),
      one.reasonCode === null ? undefined : node('StsRsnInf', node('Rsn', leaf('Cd', one.reasonCode))),
      leaf('AccptncDtTm', time(one.at)),
      one.bankReference === null ? undefined : leaf('AcctSvcrRef', one.bankReference),
      node('OrgnlTxRef', node('Amt', leaf('InstdAmt', isoAmount(one.amountFen), ' Ccy="CNY"'))),
    ),
  );
  return xml(
    'pain.002.001.10',
    node(
      'CstmrPmtStsRpt',
      node('GrpHdr', leaf('MsgId', id), leaf('CreDtTm', time(at))),
      node(
        'OrgnlGrpInfAndSts',
        leaf('OrgnlMsgId', message.messageId),
        leaf('OrgnlMsgNmId', 'pain.001.001.09'),
        leaf('OrgnlNbOfTxs', String(message.lines)),
        leaf('OrgnlCtrlSum', isoAmount(message.totalFen)),
        ...group,
      ),
      node('OrgnlPmtInfAndSts', leaf('OrgnlPmtInfId', `${message.messageId}-1`), ...lines),
    ),
  );
}

/** The bank's answer to a sheet, in its columns and GB18030. */
export function answerSheet(profile: BankProfile, answers: readonly BankAnswer[]): Buffer {
  const { csv } = profile;
  if (csv === null) throw new Error('a profile of sheets has columns');
  const codeOf = (reason: string | null): string =>
    Object.keys(csv.answer.reasons).find((key) => csv.answer.reasons[key] === reason) ?? '';
  const words = { settled: csv.answer.settled[0], rejected: csv.answer.rejected[0], returned: csv.answer.returned[0] };
  const cell = (field: CsvAnswerField, one: BankAnswer): string => {
    switch (field) {
      case 'reference':
        return one.endToEndId;
      case 'amount':
        return yuanText(one.amountFen);
      case 'status':
        return words[one.status] ?? '';
      case 'reasonCode':
        return one.status === 'settled' ? '' : codeOf(one.reasonCode);
      case 'reasonText':
        return one.status === 'settled' ? '' : '见错误码';
      case 'bankReference':
        return one.bankReference ?? '';
      case 'time':
        return `${shanghaiDay(one.at)} ${new Date(one.at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)}`;
      case 'ignored':
        return '';
    }
  };
  const rows = [
    csv.answer.columns.map(([heading]) => heading),
    ...answers.map((one) => csv.answer.columns.map(([, field]) => cell(field, one))),
  ];
  return encodeGb18030(rows.map((row) => `${row.join(csv.separator)}\r\n`).join('')) ?? Buffer.alloc(0);
}

interface StatementFrame {
  readonly id: string;
  readonly at: Date;
  readonly account: string;
  readonly openingFen: Fen;
  readonly closingFen: Fen;
}

/** camt.053 of one account: its lines between opening and closing balance. */
export function statement(
  { id, at, account, openingFen, closingFen }: StatementFrame,
  entries: readonly BankEntry[],
): Buffer {
  const balance = (code: string, fen: Fen): string =>
    node(
      'Bal',
      node('Tp', node('CdOrPrtry', leaf('Cd', code))),
      leaf('Amt', isoAmount(fen < 0n ? -fen : fen), ' Ccy="CNY"'),
      leaf('CdtDbtInd', fen < 0n ? 'DBIT' : 'CRDT'),
      node('Dt', leaf('Dt', shanghaiDay(at))),
    );
  return xml(
    'camt.053.001.08',
    node(
      'BkToCstmrStmt',
      node('GrpHdr', leaf('MsgId', id), leaf('CreDtTm', time(at))),
      node(
        'Stmt',
        leaf('Id', id),
        leaf('CreDtTm', time(at)),
        node('Acct', node('Id', node('Othr', leaf('Id', account)))),
        balance('OPBD', openingFen),
        balance('CLBD', closingFen),
        summary(entries),
        ...entries.map(entry),
      ),
    ),
  );
}

/** camt.054: what moved, at once and without balances. */
export function notification(
  { id, at, account }: Pick<StatementFrame, 'id' | 'at' | 'account'>,
  entries: readonly BankEntry[],
): Buffer {
  return xml(
    'camt.054.001.08',
    node(
      'BkToCstmrDbtCdtNtfctn',
      node('GrpHdr', leaf('MsgId', id), leaf('CreDtTm', time(at))),
      node(
        'Ntfctn',
        leaf('Id', id),
        leaf('CreDtTm', time(at)),
        node('Acct', node('Id', node('Othr', leaf('Id', account)))),
        summary(entries),
        ...entries.map(entry),
      ),
    ),
  );
}

function summary(entries: readonly BankEntry[]): string {
  const of = (direction: 'credit' | 'debit'): string[] => {
    const own = entries.filter((one) => one.direction === direction);
    return [
      leaf('NbOfNtries', String(own.length)),
      leaf('Sum', isoAmount(own.reduce((sum, { amountFen }) => sum + amountFen, 0n))),
    ];
  };
  return node('TxsSummry', node('TtlCdtNtries', ...of('credit')), node('TtlDbtNtries', ...of('debit')));
}

function entry(one: BankEntry): string {
  const refs = node(
    'Refs',
    leaf('AcctSvcrRef', one.serial),
    one.endToEndId === null ? undefined : leaf('EndToEndId', one.endToEndId),
  );
  const isDeposit = one.direction === 'credit' && !one.reversal;
  return node(
    'Ntry',
    leaf('Amt', isoAmount(one.amountFen), ' Ccy="CNY"'),
    leaf('CdtDbtInd', one.direction === 'credit' ? 'CRDT' : 'DBIT'),
    one.reversal ? leaf('RvslInd', 'true') : undefined,
    node('Sts', leaf('Cd', 'BOOK')),
    node('BookgDt', leaf('DtTm', time(one.at))),
    leaf('AcctSvcrRef', one.serial),
    node(
      'NtryDtls',
      node(
        'TxDtls',
        refs,
        isDeposit ? node('RltdPties', node('Dbtr', node('Pty', leaf('Nm', one.holder)))) : undefined,
        one.remark === '' ? undefined : node('RmtInf', leaf('Ustrd', one.remark)),
        one.reversal && one.reasonCode !== null ? node('RtrInf', node('Rsn', leaf('Cd', one.reasonCode))) : undefined,
      ),
    ),
  );
}
