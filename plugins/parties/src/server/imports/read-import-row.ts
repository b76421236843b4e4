import type { SheetRow } from '@linggong/core';
import type { WorkerInput } from '../../domain';
import type { ImportKey } from '../../api';
import { cellFaultTexts, kindWords, unknownWord, yesNoWords } from './import-words';
import type { RowFault } from './import-rows';

export interface ReadRow {
  /** Absent where cells could not be read at all. */
  readonly input: WorkerInput | undefined;
  readonly faults: readonly RowFault[];
}

function given(cell: string): string | undefined {
  return cell === '' ? undefined : cell;
}

/** Both ways of writing a day that people use in sheets: 2026-01-05 and 2026/1/5. */
function day(cell: string): string | undefined {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
  if (parts === null) return given(cell);
  const [, year = '', month = '', date = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** The value that a word of the sheet stands for; a word that is not empty and not known is noted as a fault of the row. */
function meaning<V>(row: SheetRow<ImportKey>, column: ImportKey, words: ReadonlyMap<string, V>, faults: RowFault[]) {
  const word = given(row.cells[column].normalize('NFKC').trim().toLowerCase());
  if (word === undefined || words.has(word)) return word === undefined ? undefined : words.get(word);
  faults.push({ rowNo: row.rowNo, field: column, code: 'word-unknown', text: unknownWord(words) });
  return undefined;
}

/** A row of the sheet as a registration; words of the sheet become codes. */
export function readImportRow(row: SheetRow<ImportKey>): ReadRow {
  if (row.faults.length > 0) {
    const faults = row.faults.map(({ column, reason }) => ({
      rowNo: row.rowNo,
      field: column,
      code: `cell-${reason}`,
      text: cellFaultTexts[reason],
    }));
    return { input: undefined, faults };
  }
  const cell = (key: ImportKey): string => row.cells[key];
  const faults: RowFault[] = [];
  const identityKind = meaning(row, 'identityKind', kindWords, faults);
  const taxResident = meaning(row, 'taxResident', yesNoWords, faults);
  return {
    faults,
    input: {
      name: cell('name'),
      identityKind,
      identityNumber: cell('identityNumber'),
      phone: cell('phone'),
      cardNumber: given(cell('cardNumber')),
      bankName: given(cell('bankName')),
      bankCode: given(cell('bankCode')),
      address: given(cell('address')),
      taxResident,
      agencyFrom: day(cell('agencyFrom')),
      agencyTo: day(cell('agencyTo')),
    },
  };
}
