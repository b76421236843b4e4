import { shanghaiDay, type Day, type Fen } from '@linggong/core/domain';
import { isoAmount } from './iso-amount';
import { leaf, node } from './xml-text';

export type Pain001Version = 'pain.001.001.03' | 'pain.001.001.09';

/** One credit transfer in clear: exists in memory only, between opening the seals and sealing the file. */
export interface ClearTransfer {
  readonly endToEndId: string;
  readonly amountFen: Fen;
  readonly payeeName: string;
  readonly payeeAccount: string;
  /** Identity number, where the bank asks for it (`Cdtr/Id/PrvtId`, scheme NIDN). */
  readonly payeeIdentity: string | null;
  /** CNAPS number of the payee's bank; null where it is not known. */
  readonly payeeBankCode: string | null;
  readonly remark: string;
}

/** The transfers of one paying sub-account. */
export interface ClearPayer {
  readonly account: string;
  readonly name: string;
  readonly bankCode: string | null;
  readonly transfers: readonly ClearTransfer[];
}

export interface ClearFile {
  readonly messageId: string;
  readonly createdAt: Date;
  /** Who hands the file over (`InitgPty`). */
  readonly initiator: string;
  readonly payers: readonly ClearPayer[];
}

/** What the money is for: remuneration of services (劳务报酬). OTHR where a bank takes no such purpose. */
const CATEGORY_PURPOSE = 'OTHR';

/**
 * Writes customer credit transfer initiation (ISO 20022 pain.001), element by element in the order of the standard.
 * 001.03 and 001.09 differ in the namespace and in `ReqdExctnDt`. Payments are grouped by paying account, each group and the
 * file with their counts and control sums. @throws Error for a text that XML cannot say, which `payeeFault` finds before
 */
export function pain001(file: ClearFile, version: Pain001Version): string {
  const transfers = file.payers.flatMap((payer) => payer.transfers);
  const header = node(
    'GrpHdr',
    leaf('MsgId', file.messageId),
    leaf('CreDtTm', file.createdAt.toISOString().replace(/\.\d+Z$/, 'Z')),
    ...totals(transfers),
    node('InitgPty', leaf('Nm', file.initiator)),
  );
  const groups = file.payers.map((payer, index) => paymentGroup(file, payer, index, version));
  const body = node('CstmrCdtTrfInitn', header, ...groups);
  const namespace = `urn:iso:std:iso:20022:tech:xsd:${version}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">${body}</Document>\n`;
}

function totals(transfers: readonly ClearTransfer[]): [string, string] {
  const sum = transfers.reduce((total, { amountFen }) => total + amountFen, 0n);
  return [leaf('NbOfTxs', String(transfers.length)), leaf('CtrlSum', isoAmount(sum))];
}

function paymentGroup(file: ClearFile, payer: ClearPayer, index: number, version: Pain001Version): string {
  const day = shanghaiDay(file.createdAt);
  return node(
    'PmtInf',
    leaf('PmtInfId', `${file.messageId}-${index + 1}`.slice(-35)),
    leaf('PmtMtd', 'TRF'),
    leaf('BtchBookg', 'false'),
    ...totals(payer.transfers),
    node('PmtTpInf', node('CtgyPurp', leaf('Cd', CATEGORY_PURPOSE))),
    executionDay(day, version),
    node('Dbtr', leaf('Nm', payer.name)),
    node('DbtrAcct', node('Id', node('Othr', leaf('Id', payer.account))), leaf('Ccy', 'CNY')),
    node(
      'DbtrAgt',
      payer.bankCode === null ? node('FinInstnId', node('Othr', leaf('Id', 'NOTPROVIDED'))) : agent(payer.bankCode),
    ),
    leaf('ChrgBr', 'SLEV'),
    ...payer.transfers.map(transaction),
  );
}

function executionDay(day: Day, version: Pain001Version): string {
  return version === 'pain.001.001.03' ? leaf('ReqdExctnDt', day) : node('ReqdExctnDt', leaf('Dt', day));
}

function agent(cnaps: string): string {
  return node('FinInstnId', node('ClrSysMmbId', node('ClrSysId', leaf('Cd', 'CNAPS')), leaf('MmbId', cnaps)));
}

function transaction(one: ClearTransfer): string {
  const identity =
    one.payeeIdentity === null
      ? undefined
      : node('Id', node('PrvtId', node('Othr', leaf('Id', one.payeeIdentity), node('SchmeNm', leaf('Cd', 'NIDN')))));
  return node(
    'CdtTrfTxInf',
    node('PmtId', leaf('InstrId', one.endToEndId), leaf('EndToEndId', one.endToEndId)),
    node('Amt', leaf('InstdAmt', isoAmount(one.amountFen), ' Ccy="CNY"')),
    one.payeeBankCode === null ? undefined : node('CdtrAgt', agent(one.payeeBankCode)),
    node('Cdtr', leaf('Nm', one.payeeName), identity),
    node('CdtrAcct', node('Id', node('Othr', leaf('Id', one.payeeAccount)))),
    node('Purp', leaf('Cd', CATEGORY_PURPOSE)),
    node('RmtInf', leaf('Ustrd', one.remark)),
  );
}
