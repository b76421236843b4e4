import type { Sheet, Spool } from '@linggong/core';
import { sheetOriginal, type Admitted } from '@linggong/vault';
import { positive, type RawLine } from '../../domain';
import type { PayoutColumnKey } from '../../api';
import { jsonLines } from './json-lines';

/** What is told of where lines came from; kept with the batch. */
export interface SheetFacts {
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding: string | null;
  readonly sheetName: string | null;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
}

/** Lines of an upload, whatever its form, with the bytes to keep as evidence. */
export interface LineSource {
  readonly fileName: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly facts: SheetFacts;
  readonly lines: AsyncIterable<RawLine>;
  /** The bytes as they came, for the vault. */
  original(): Admitted;
}

const contentTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function sheetSource(sheet: Sheet<PayoutColumnKey>, fileName: string): LineSource {
  return {
    fileName,
    contentType: contentTypes[sheet.format],
    sha256: sheet.sha256,
    facts: { format: sheet.format, encoding: sheet.encoding, sheetName: sheet.sheetName, columns: sheet.columns },
    lines: sheetLines(sheet),
    original: () => sheetOriginal(sheet.format, sheet.original()),
  };
}

async function* sheetLines(sheet: Sheet<PayoutColumnKey>): AsyncGenerator<RawLine> {
  for await (const { rowNo, cells, faults } of sheet.rows) {
    const { name, identityNumber, phone, cardNumber, taskNumber, amount, remark } = cells;
    yield { rowNo, cells: { name, identityNumber, phone, cardNumber, taskNumber, remark }, amount, faults };
  }
}

/** Lines of a JSON upload; their row number is their place, from 1. */
export function jsonSource(spool: Spool): LineSource {
  return {
    fileName: 'lines.json',
    contentType: 'application/json',
    sha256: spool.sha256,
    facts: { format: 'json', encoding: 'utf-8', sheetName: null, columns: [] },
    lines: rawLines(spool),
    original: () => sheetOriginal('json', spool.read()),
  };
}

async function* rawLines(spool: Spool): AsyncGenerator<RawLine> {
  let rowNo = 0;
  for await (const line of jsonLines(spool.read())) {
    const { name, identityNumber, phone = '', cardNumber, taskNumber, amountFen, remark = '' } = line;
    const cells = { name, identityNumber, phone, cardNumber, taskNumber, remark };
    rowNo += 1;
    yield { rowNo, cells: trimmed(cells), amount: positive(BigInt(amountFen)), faults: [] };
  }
}

function trimmed(cells: RawLine['cells']): RawLine['cells'] {
  return {
    name: cleanText(cells.name),
    identityNumber: cleanText(cells.identityNumber),
    phone: cleanText(cells.phone),
    cardNumber: cleanText(cells.cardNumber),
    taskNumber: cleanText(cells.taskNumber),
    remark: cleanText(cells.remark),
  };
}

/** As the sheet reader does: control characters become spaces, then the ends go. */
function cleanText(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
