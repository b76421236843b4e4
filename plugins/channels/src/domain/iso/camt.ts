import {
  FileFault,
  type BankDocument,
  type DocumentAnswer,
  type DocumentLine,
  type DocumentStatement,
} from '../bank/bank-document';
import type { Fen } from '@linggong/core/domain';
import { amountAt, bookedAt, countAt, demand, instantOf, reasonOf, sumAt } from './iso-values';
import { all, at, textAt, type XmlElement } from './xml-element';

/** Longest remark kept of a line. */
const REMARK_LONGEST = 140;

/** Reads statements (camt.053). Every statement's lines have to lead from its opening to its closing balance. @throws FileFault */
export function readCamt053(document: XmlElement): BankDocument {
  return readReport(at(document, 'BkToCstmrStmt'), 'camt.053', 'Stmt');
}

/** Reads notifications of credits and debits (camt.054): the same lines without balances. @throws FileFault */
export function readCamt054(document: XmlElement): BankDocument {
  return readReport(at(document, 'BkToCstmrDbtCdtNtfctn'), 'camt.054', 'Ntfctn');
}

interface ReadEntry {
  readonly lines: readonly DocumentLine[];
  readonly answers: readonly DocumentAnswer[];
  readonly signedFen: Fen;
}

function readReport(report: XmlElement | undefined, kind: 'camt.053' | 'camt.054', part: string): BankDocument {
  const documentId = demand(report, 'GrpHdr', 'MsgId');
  const parts = all(report, part);
  if (parts.length === 0) throw new FileFault('field-broken', part);
  const lines: DocumentLine[] = [];
  const answers: DocumentAnswer[] = [];
  const statements: DocumentStatement[] = [];
  for (const one of parts) {
    const created = instantOf(textAt(one, 'CreDtTm') ?? demand(report, 'GrpHdr', 'CreDtTm'));
    const account = textAt(one, 'Acct', 'Id', 'Othr', 'Id') ?? demand(one, 'Acct', 'Id', 'IBAN');
    const entries = all(one, 'Ntry')
      .filter(isBooked)
      .map((entry) => readEntry(entry, account, created));
    demandTotals(one, entries);
    if (kind === 'camt.053') statements.push(provedStatement(one, account, entries));
    lines.push(...entries.flatMap((entry) => entry.lines));
    answers.push(...entries.flatMap((entry) => entry.answers));
  }
  return { kind, documentId, original: null, answers, groups: [], lines, statements };
}

/** `.02` writes `Sts` as a code, `.08` as `Sts/Cd`. What is only pending moves no money yet. */
function isBooked(entry: XmlElement): boolean {
  return (textAt(entry, 'Sts', 'Cd') ?? demand(entry, 'Sts')) === 'BOOK';
}

function directionOf(element: XmlElement | undefined): 'credit' | 'debit' {
  const word = demand(element, 'CdtDbtInd');
  if (word !== 'CRDT' && word !== 'DBIT') throw new FileFault('field-broken', 'CdtDbtInd');
  return word === 'CRDT' ? 'credit' : 'debit';
}

const signed = (direction: 'credit' | 'debit', fen: Fen): Fen => (direction === 'credit' ? fen : -fen);

/** A batch booking lists its payments (`TxDtls`), each with its amount; they have to add up to the entry. */
function readEntry(entry: XmlElement, account: string, created: Date): ReadEntry {
  const direction = directionOf(entry);
  const amountFen = amountAt(entry, 'Amt');
  const details = all(entry, 'NtryDtls').flatMap((one) => all(one, 'TxDtls'));
  const isBatch = details.length > 1;
  const parts = (details.length === 0 ? [undefined] : details).map((detail, index) =>
    readPart({ entry, detail, direction, account, created, index: isBatch ? index : undefined, wholeFen: amountFen }),
  );
  const sum = parts.reduce((total, { line }) => total + line.amountFen, 0n);
  if (sum !== amountFen) throw new FileFault('totals-differ', 'Ntry');
  return {
    lines: parts.map(({ line }) => line),
    answers: parts.flatMap(({ answer }) => answer ?? []),
    signedFen: signed(direction, amountFen),
  };
}

interface Part {
  readonly entry: XmlElement;
  readonly detail: XmlElement | undefined;
  readonly direction: 'credit' | 'debit';
  readonly account: string;
  readonly created: Date;
  readonly index: number | undefined;
  readonly wholeFen: Fen;
}

function readPart({ entry, detail, direction, account, created, index, wholeFen }: Part): {
  line: DocumentLine;
  answer: DocumentAnswer | undefined;
} {
  const { day, at: bookedOn } = bookedAt(at(entry, 'BookgDt') ?? at(entry, 'ValDt'), created);
  const reference = textAt(detail, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef');
  if (reference === null) throw new FileFault('field-broken', 'AcctSvcrRef');
  const isOwn = textAt(detail, 'Refs', 'AcctSvcrRef') !== null || index === undefined;
  const endToEndId = named(textAt(detail, 'Refs', 'EndToEndId')) ?? named(textAt(detail, 'Refs', 'InstrId'));
  const returnCode = textAt(detail, 'RtrInf', 'Rsn', 'Cd');
  const reversal =
    direction === 'credit' &&
    (textAt(entry, 'RvslInd') === 'true' || returnCode !== null || at(detail, 'RtrInf') !== undefined);
  const line: DocumentLine = {
    account,
    serial: isOwn ? reference : `${reference}/${(index ?? 0) + 1}`,
    bookedOn: day,
    bookedAt: bookedOn,
    direction,
    amountFen:
      at(detail, 'Amt') === undefined
        ? index === undefined
          ? wholeFen
          : amountAt(detail, 'Amt')
        : amountAt(detail, 'Amt'),
    reversal,
    endToEndId,
    payerName: direction === 'credit' && !reversal ? payerOf(detail) : null,
    remark: (textAt(detail, 'RmtInf', 'Ustrd') ?? textAt(entry, 'AddtlNtryInf') ?? '').slice(0, REMARK_LONGEST),
  };
  return { line, answer: answerOf(line, textAt(detail, 'Refs', 'TxId'), returnCode) };
}

/** Banks write these where a payment had no reference of its own. */
function named(reference: string | null): string | null {
  return reference === null || reference === 'NOTPROVIDED' || reference === 'NOREF' ? null : reference;
}

function payerOf(detail: XmlElement | undefined): string | null {
  return (
    (textAt(detail, 'RltdPties', 'Dbtr', 'Nm') ?? textAt(detail, 'RltdPties', 'Dbtr', 'Pty', 'Nm'))?.slice(
      0,
      REMARK_LONGEST,
    ) ?? null
  );
}

/** A debit with our reference says that the payment settled; money that comes back says that it was returned. */
function answerOf(
  line: DocumentLine,
  originalReference: string | null,
  returnCode: string | null,
): DocumentAnswer | undefined {
  const { endToEndId, serial, amountFen, bookedAt: instant } = line;
  // A return without any reference is told as well: a person has to find whose money came back.
  const isReturn = line.reversal;
  if (!isReturn && (line.direction === 'credit' || endToEndId === null)) return undefined;
  return {
    endToEndId,
    originalReference: isReturn ? originalReference : null,
    status: isReturn ? 'returned' : 'settled',
    reasonCode: isReturn ? reasonOf(returnCode) : null,
    bankReference: serial,
    amountFen,
    at: instant,
  };
}

function demandTotals(part: XmlElement, entries: readonly ReadEntry[]): void {
  const summary = at(part, 'TxsSummry');
  const sumOf = (wanted: (fen: Fen) => boolean): { count: number; fen: Fen } => {
    const chosen = entries.filter(({ signedFen }) => wanted(signedFen));
    const fen = chosen.reduce((sum, { signedFen }) => sum + (signedFen < 0n ? -signedFen : signedFen), 0n);
    return { count: chosen.length, fen };
  };
  const kinds = [
    ['TtlNtries', () => true],
    ['TtlCdtNtries', (fen: Fen) => fen > 0n],
    ['TtlDbtNtries', (fen: Fen) => fen < 0n],
  ] as const;
  for (const [name, wanted] of kinds) {
    const actual = sumOf(wanted);
    const [count, fen] = [countAt(summary, name, 'NbOfNtries'), sumAt(summary, name, 'Sum')];
    if ((count ?? actual.count) !== actual.count || (fen ?? actual.fen) !== actual.fen) {
      throw new FileFault('totals-differ', name);
    }
  }
}

/** OPBD + credits − debits = CLBD, exactly. */
function provedStatement(part: XmlElement, account: string, entries: readonly ReadEntry[]): DocumentStatement {
  const openingFen = balanceOf(part, ['OPBD', 'PRCD']);
  const closingFen = balanceOf(part, ['CLBD']);
  const moved = entries.reduce((sum, { signedFen }) => sum + signedFen, 0n);
  if (openingFen + moved !== closingFen) throw new FileFault('balance-differs', 'Bal');
  return { statementId: demand(part, 'Id'), account, openingFen, closingFen };
}

function balanceOf(part: XmlElement, codes: readonly string[]): Fen {
  const balance = all(part, 'Bal').find((one) => codes.includes(textAt(one, 'Tp', 'CdOrPrtry', 'Cd') ?? ''));
  if (balance === undefined) throw new FileFault('field-broken', codes.join('|'));
  return signed(directionOf(balance), amountAt(balance, 'Amt'));
}
