import { CsvSplitter } from '@linggong/core';
import { parseYuan, shanghaiDay, yuanText, type Fen } from '@linggong/core/domain';
import {
  bankOfCard,
  FileFault,
  instantOf,
  isFormula,
  isSameBank,
  reasonOf,
  type BankDocument,
  type ClearFile,
  type ClearPayer,
  type ClearTransfer,
  type CsvAnswerField,
  type CsvField,
  type CsvHeaderField,
  type CsvProfile,
  type DocumentAnswer,
} from '../../domain';
import { decodeGb18030, encodeGb18030 } from './file-text';

/**
 * Writes the sheet of one paying account as a profile wants it (代发 CSV, GB18030, CRLF). Cells are written as they are or not at
 * all: what a spreadsheet would run, and what the encoding cannot say, was refused before, and is a fault here.
 */
export function bankCsv(file: ClearFile, payer: ClearPayer, profile: CsvProfile): Buffer {
  const rows: string[][] = [];
  if (profile.header !== null) rows.push(profile.header.map((field) => headerCell(field, file, payer, profile)));
  rows.push(profile.columns.map(([heading]) => heading));
  for (const [index, transfer] of payer.transfers.entries()) {
    rows.push(profile.columns.map(([, field]) => cell(field, transfer, payer, index, profile)));
  }
  const text = rows
    .map((row) => `${row.map((one) => quoted(one, profile.separator)).join(profile.separator)}\r\n`)
    .join('');
  const bytes = encodeGb18030(text);
  if (bytes === undefined) throw new Error('a text of the file cannot be said in GB18030');
  return bytes;
}

function headerCell(field: CsvHeaderField, file: ClearFile, payer: ClearPayer, profile: CsvProfile): string {
  switch (field) {
    case 'batch':
      return file.messageId;
    case 'payerAccount':
      return payer.account;
    case 'payerName':
      return payer.name;
    case 'count':
      return String(payer.transfers.length);
    case 'total':
      return yuanText(payer.transfers.reduce((sum, { amountFen }) => sum + amountFen, 0n));
    case 'currency':
      return '人民币';
    case 'valueDay':
      return shanghaiDay(file.createdAt).replaceAll('-', '');
    case 'purpose':
      return profile.purpose;
  }
}

function cell(field: CsvField, transfer: ClearTransfer, payer: ClearPayer, index: number, profile: CsvProfile): string {
  switch (field) {
    case 'sequence':
      return String(index + 1);
    case 'payeeAccount':
      return transfer.payeeAccount;
    case 'payeeName':
      return transfer.payeeName;
    case 'amount':
      return yuanText(transfer.amountFen);
    case 'currency':
      return '人民币';
    case 'payeeBankName':
      return bankOfCard(transfer.payeeAccount)?.name.zh ?? '';
    case 'payeeBankCode':
      return transfer.payeeBankCode ?? '';
    case 'ownBank':
      return profile.ownBank[isSameBank(payer.bankCode, transfer.payeeBankCode) ? 'own' : 'other'];
    case 'purpose':
      return profile.purpose;
    case 'reference':
      return transfer.endToEndId;
  }
}

function quoted(text: string, separator: string): string {
  if (isFormula(text)) throw new Error('a cell of the file would be run as a formula');
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads the bank's answer of a profile (回盘). The columns have to be those of the profile, every row as many as there are
 * headings; the number of the file is what the caller knows it by, for these sheets carry none.
 * @throws FileFault
 */
export function readBankCsv(bytes: Buffer, profile: CsvProfile, documentId: string): BankDocument {
  const [headings = [], ...rows] = recordsOf(decodeGb18030(bytes), profile.separator);
  const wanted = profile.answer.columns;
  if (headings.length !== wanted.length || wanted.some(([heading], index) => headings[index]?.trim() !== heading)) {
    throw new FileFault('header-unknown');
  }
  const answers = rows.flatMap((row, index) => {
    if (row.length !== wanted.length) throw new FileFault('csv-broken', `row ${index + 2}`);
    const of = (field: CsvAnswerField): string => row[wanted.findIndex(([, known]) => known === field)]?.trim() ?? '';
    return rowAnswer(of, profile, index + 2);
  });
  return { kind: 'csv-answer', documentId, original: null, answers, groups: [], lines: [], statements: [] };
}

function recordsOf(text: string, separator: string): string[][] {
  const splitter = new CsvSplitter(separator);
  try {
    const whole = text.replace(/^\uFEFF/, '');
    // Every line of a bank ends in a line end: where the last does not, the rest of the file is missing.
    if (!whole.endsWith('\n')) throw new FileFault('csv-broken', 'last row');
    return [...splitter.push(whole), ...splitter.end()].filter((row) => row.some((one) => one.trim() !== ''));
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('csv-broken');
  }
}

function rowAnswer(of: (field: CsvAnswerField) => string, profile: CsvProfile, row: number): DocumentAnswer[] {
  const [reference, word] = [of('reference'), of('status')];
  const { settled, rejected, returned, open, reasons } = profile.answer;
  if (reference === '' || reference.length > 35) throw new FileFault('field-broken', `row ${row}`);
  if (open.includes(word)) return [];
  const status = settled.includes(word)
    ? 'settled'
    : rejected.includes(word)
      ? 'rejected'
      : returned.includes(word)
        ? 'returned'
        : undefined;
  if (status === undefined) throw new FileFault('field-broken', `row ${row}`);
  return [
    {
      endToEndId: reference,
      originalReference: null,
      status,
      reasonCode: status === 'settled' ? null : reasonOf(reasons[of('reasonCode')] ?? null),
      bankReference: of('bankReference') === '' ? null : of('bankReference'),
      amountFen: amountOf(of('amount'), row),
      at: timeOf(of('time'), row),
    },
  ];
}

function amountOf(text: string, row: number): Fen {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new FileFault('field-broken', `row ${row}`);
  return parsed.fen;
}

/** `2026-11-20 10:00:00`, the bank's own time. */
function timeOf(text: string, row: number): Date {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) throw new FileFault('field-broken', `row ${row}`);
  return instantOf(text.replace(' ', 'T'));
}
