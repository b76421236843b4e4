import type { SheetRow } from '@linggong/core';
import type { WorkerInput } from '../../domain';
import type { ImportKey } from '../../api';
import { cellFaultTexts, kindWords, yesNoWords } from './import-words';
import type { RowFault } from './import-rows';

export type ReadRow =
  { readonly ok: true; readonly input: WorkerInput } | { readonly ok: false; readonly faults: readonly RowFault[] };

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

/** A row of the sheet as a registration; words of the sheet become codes, unknown words are left for the domain to refuse. */
export function readImportRow(row: SheetRow<ImportKey>): ReadRow {
  if (row.faults.length > 0) {
    const faults = row.faults.map(({ column, reason }) => ({
      rowNo: row.rowNo,
      field: column,
      code: `cell-${reason}`,
      text: cellFaultTexts[reason],
    }));
    return { ok: false, faults };
  }
  const cell = (key: ImportKey): string => row.cells[key];
  const stated = given(cell('identityKind'));
  return {
    ok: true,
    input: {
      name: cell('name'),
      identityKind: stated === undefined ? undefined : (kindWords[stated] ?? stated),
      identityNumber: cell('identityNumber'),
      phone: cell('phone'),
      cardNumber: given(cell('cardNumber')),
      bankName: given(cell('bankName')),
      bankCode: given(cell('bankCode')),
      address: given(cell('address')),
      taxResident: yesNoWords[cell('taxResident').toLowerCase()],
      agencyFrom: day(cell('agencyFrom')),
      agencyTo: day(cell('agencyTo')),
    },
  };
}
