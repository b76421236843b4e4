import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { readSheet, type Command, type Sheet, type Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { sheetOriginal } from '@linggong/vault';
import type { PartiesTools } from '../tools';
import { importColumns, importRowsMax, type ImportKey } from '../../api';
import { insertImport } from './import-rows';

export type ImportMapping = Record<string, ImportKey | null>;

export interface ReceivedImport {
  readonly id: string;
  readonly jobId: string;
}

const contentTypes: Readonly<Record<Sheet['format'], string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Takes in a sheet of workers: its header is recognised while the sender waits, the file goes to the vault encrypted, and
 * its rows are worked off on the queue.
 * @param finish called in the same transaction with what was received and the hash of the file, to remember the answer
 * @throws Problem of the sheet reader (422, 413) for a file that is no such sheet
 */
export async function receiveImport(
  tools: PartiesTools,
  command: Command,
  file: { readonly name: string; readonly stream: Readable },
  mapping: ImportMapping | undefined,
  finish: (tx: Tx, received: ReceivedImport, sha256: string) => Promise<void>,
): Promise<ReceivedImport> {
  const sheet = await readSheet(file.stream, {
    columns: importColumns,
    fileName: file.name,
    maxRows: importRowsMax,
    ...(mapping === undefined ? {} : { mapping }),
  });
  try {
    // A sheet without a single row is refused while its sender waits; the rows themselves are read on the queue.
    await demandRow(sheet.rows);
    return await tools.database.transaction(async (tx) => {
      const received = await keepSheet(tools, tx, command, sheet, mapping);
      await finish(tx, received, sheet.sha256);
      return received;
    });
  } finally {
    await sheet.close();
  }
}

/** @throws Problem `sheet-header-only`, and of the sheet reader for a first row that cannot be read */
async function demandRow(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _row of rows) return;
}

async function keepSheet(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  sheet: Sheet<ImportKey>,
  mapping: ImportMapping | undefined,
): Promise<ReceivedImport> {
  const id = randomUUID();
  const about = { kind: 'worker-import', contentType: contentTypes[sheet.format], subject: id };
  const file = await tools.vault.putFile(tx, about, sheetOriginal(sheet.format, sheet.original()));
  const job = { queue: 'imports', name: 'parties.import-workers', payload: { importId: id }, key: id } as const;
  const jobId = await tools.jobs.enqueue(tx, job, command);
  await insertImport(tx, command, { id, fileId: file.id, runId: jobId, mapping });
  await record(tx, command, {
    action: 'worker-import.receive',
    subject: { kind: 'worker-import', id },
    after: { bytes: file.bytes, sha256: file.sha256, format: sheet.format },
  });
  return { id, jobId };
}
