import { FileFault, type BankDocument, type DocumentAnswer, type GroupAnswer } from '../bank/bank-document';
import type { BankReasonCode } from '../bank-reasons';
import { countAt, demand, instantOf, reasonOf, sumAt } from './iso-values';
import { fenOfIsoAmount } from './iso-amount';
import { all, at, textAt, type XmlElement } from './xml-element';

/** Final outcomes (`ExternalPaymentTransactionStatus`). Everything else – RCVD, PDNG, ACTC, ACCP, ACSP, PART – is still open. */
const finals: Readonly<Record<string, 'settled' | 'rejected'>> = {
  ACSC: 'settled',
  ACCC: 'settled',
  ACWC: 'settled',
  RJCT: 'rejected',
};

/**
 * Reads a payment status report (pain.002). Lines speak for themselves; a group or file that lists no lines speaks for all of
 * its payments, but only with a final status: PART without lines says nothing. @throws FileFault
 */
export function readPain002(document: XmlElement): BankDocument {
  const report = at(document, 'CstmrPmtStsRpt');
  const created = instantOf(demand(report, 'GrpHdr', 'CreDtTm'));
  const original = at(report, 'OrgnlGrpInfAndSts');
  const messageId = demand(original, 'OrgnlMsgId');
  const groups = all(report, 'OrgnlPmtInfAndSts');
  const answers = groups.flatMap((group) => all(group, 'TxInfAndSts').flatMap((line) => lineAnswer(line, created)));
  const isLess = groups.some((group) => all(group, 'TxInfAndSts').length > 0);
  return {
    kind: 'pain.002',
    documentId: demand(report, 'GrpHdr', 'MsgId'),
    original: { messageId, lines: countAt(original, 'OrgnlNbOfTxs'), totalFen: sumAt(original, 'OrgnlCtrlSum') },
    answers,
    groups: isLess ? [] : wholeFile(messageId, original, groups, created),
    lines: [],
    statements: [],
  };
}

function lineAnswer(line: XmlElement, created: Date): DocumentAnswer[] {
  const status = finals[demand(line, 'TxSts')];
  const endToEndId = textAt(line, 'OrgnlEndToEndId') ?? textAt(line, 'OrgnlInstrId');
  if (endToEndId === null) throw new FileFault('field-broken', 'OrgnlEndToEndId');
  if (status === undefined) return [];
  const amount = textAt(line, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  const amountFen = amount === null ? null : fenOfIsoAmount(amount);
  if (amountFen === undefined) throw new FileFault('field-broken', 'InstdAmt');
  const accepted = textAt(line, 'AccptncDtTm');
  return [
    {
      endToEndId,
      originalReference: null,
      status,
      reasonCode: status === 'rejected' ? reasonAt(line) : null,
      bankReference: textAt(line, 'AcctSvcrRef'),
      amountFen,
      at: accepted === null ? created : instantOf(accepted),
    },
  ];
}

function reasonAt(element: XmlElement | undefined): BankReasonCode {
  return reasonOf(textAt(element, 'StsRsnInf', 'Rsn', 'Cd'));
}

function wholeFile(
  messageId: string,
  original: XmlElement | undefined,
  groups: readonly XmlElement[],
  created: Date,
): GroupAnswer[] {
  // Our files hold one group a paying account; a status of one of several groups is left for its lines.
  const group = groups.length === 1 ? groups[0] : undefined;
  const word = textAt(original, 'GrpSts') ?? textAt(group, 'PmtInfSts');
  const status = word === null ? undefined : finals[word];
  if (status === undefined) return [];
  const speaker = textAt(original, 'GrpSts') === null ? group : original;
  return [{ messageId, status, reasonCode: status === 'rejected' ? reasonAt(speaker) : null, at: created }];
}
