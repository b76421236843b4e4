import { readSheet, type SheetRow } from '@linggong/core';
import { problem, type Problem, type Text2, holdsPersonalNumber } from '@linggong/core/domain';
import {
  blockerCatalogue,
  depositColumns,
  depositRequest,
  depositRowsMax,
  type DepositColumnKey,
  type DepositRequest,
} from '../../api';
import { readAmount } from '../../domain';

export interface DepositFile {
  readonly sha256: string;
  readonly rows: readonly { readonly rowNo: number; readonly request: DepositRequest }[];
}

/** What is wrong with a row of the file. */
export interface RowFault {
  readonly rowNo: number;
  readonly code: string;
  readonly text: Text2;
}

/**
 * Reads a file of receipts; one that has a wrong row is refused as a whole, with every wrong row named.
 * @throws Problem of `readSheet`; 422 `deposit-rows-refused`
 */
export async function readDepositFile(source: AsyncIterable<Buffer>, fileName: string): Promise<DepositFile> {
  const sheet = await readSheet(source, { columns: depositColumns, fileName, maxRows: depositRowsMax });
  try {
    const faults: RowFault[] = [];
    const rows: { rowNo: number; request: DepositRequest }[] = [];
    for await (const row of sheet.rows) {
      const read = readRow(row);
      if ('code' in read) faults.push(read);
      else rows.push({ rowNo: row.rowNo, request: read });
    }
    if (faults.length > 0) throw rowsRefused(faults);
    return { sha256: sheet.sha256, rows };
  } finally {
    await sheet.close();
  }
}

function readRow({ rowNo, cells, faults }: SheetRow<DepositColumnKey>): DepositRequest | RowFault {
  const [broken] = faults;
  if (broken) {
    const text = {
      zh: `“${broken.title}”列无法读取，请改为文本或数值后重新上传`,
      en: `Column "${broken.title}" cannot be read; make it text or a plain value`,
    };
    return { rowNo, code: 'cell-unreadable', text };
  }
  const amount = readAmount(cells.amount);
  if ('fault' in amount) return { rowNo, code: amount.fault.code, text: blockerCatalogue[amount.fault.code].title };
  // Banks count their serials anew every day: without its day an old file would book twice.
  if (cells.receivedAt === '') return { rowNo, ...columnFault('receivedAt') };
  // Reasons are kept in a log that is never erased.
  if (holdsPersonalNumber(cells.reason)) return { rowNo, code: 'reason-personal', text: personalText('reason') };
  if (holdsPersonalNumber(cells.remark)) return { rowNo, code: 'remark-personal', text: personalText('remark') };
  const parsed = depositRequest.safeParse({
    subAccountNumber: cells.subAccountNumber,
    bankSerial: cells.bankSerial,
    amountFen: Number(amount.fen),
    payerName: cells.payerName,
    receivedAt: bankTime(cells.receivedAt),
    ...(cells.remark === '' ? {} : { remark: cells.remark }),
    ...(cells.reason === '' ? {} : { reason: cells.reason }),
  });
  return parsed.success ? parsed.data : { rowNo, ...columnFault(String(parsed.error.issues[0]?.path[0] ?? '')) };
}

function personalText(key: DepositColumnKey): Text2 {
  const titles = depositColumns.find((column) => column.key === key)?.titles ?? [key];
  return {
    zh: `“${titles[0] ?? ''}”列不能填写证件号码、手机号或银行卡号`,
    en: `Column "${titles.at(-1) ?? ''}" holds no identity, telephone or bank card number`,
  };
}

function columnFault(key: string): Omit<RowFault, 'rowNo'> {
  const title = depositColumns.find((column) => column.key === key)?.titles[0] ?? key;
  return {
    code: 'cell-invalid',
    text: { zh: `“${title}”列为空或格式不正确`, en: `Column "${title}" is empty or has the wrong form` },
  };
}

/** `2026-11-22 09:30:00` as banks write it, a time of Shanghai; anything else goes on as it is and is judged there. */
function bankTime(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?$/.exec(text);
  return match ? `${match[1] ?? ''}T${match[2] ?? ''}${match[3] ?? ':00'}+08:00` : text;
}

const ROWS_NAMED = 5;

/** 422: names the first wrong rows in words, and all of them in `rows`. */
export function rowsRefused(faults: readonly RowFault[]): Problem {
  const named = faults.slice(0, ROWS_NAMED);
  return problem(
    422,
    'deposit-rows-refused',
    {
      zh: `有 ${faults.length} 行不能入账：${named.map(({ rowNo, text }) => `第 ${rowNo} 行${text.zh}`).join('；')}`,
      en: `${faults.length} rows cannot be booked: ${named.map(({ rowNo, text }) => `row ${rowNo}: ${text.en}`).join('; ')}`,
    },
    {
      fix: {
        zh: '整个文件均未入账，请改正后重新上传',
        en: 'Nothing of the file was booked; correct it and upload it again',
      },
      extra: { rows: faults.map(({ rowNo, code }) => ({ rowNo, code })) },
    },
  );
}
