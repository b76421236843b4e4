import type { Command, Tx } from '@linggong/core';
import { inChunks, readSheet, type Sheet, type SheetRow } from '@linggong/core';
import { coveredRead, record } from '@linggong/audit';
import { Problem, shanghaiDay, type Day } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import { fault, readWorker, type IdentifierRules, type ReadyWorker, type RegistrationFault } from '../../domain';
import type { PartiesTools } from '../tools';
import { registerStaged, type StagedOutcome } from '../workers/register-staged';
import { screenedOf, screenPeople } from '../workers/screen-people';
import { sealWorker } from '../workers/seal-worker';
import { stageWorkers, type StagedWorker } from '../workers/stage-workers';
import { importColumns, importRowsMax, type ImportKey } from '../../api';
import { failImport, finishImport, insertFaults, lockImport, type RowFault, type WorkerImport } from './import-rows';
import { keepStrangers, strangerOf, type Stranger } from './import-strangers';
import { readImportRow } from './read-import-row';

const ROWS_PER_CHUNK = 500;

/** Rows read, the reasons of those refused and whom they are about, while the sheet streams by. */
interface Tally {
  read: number;
  readonly faults: RowFault[];
  readonly strangers: Stranger[];
}

function rowFaults(rowNo: number, faults: readonly RegistrationFault[]): RowFault[] {
  return faults.map(({ field, code, text }) => ({ rowNo, field, code, text }));
}

/** A row as a registration, or everything that is wrong with it: of one field, what the sheet says comes first. */
function readRow(row: SheetRow<ImportKey>, rules: IdentifierRules, today: Day): ReadyWorker | RowFault[] {
  const { input, faults } = readImportRow(row);
  if (input === undefined) return [...faults];
  const reading = readWorker(input, rules, today);
  if (reading.ok && faults.length === 0) return reading.worker;
  const named = new Set(faults.map(({ field }) => field));
  const more = reading.ok ? [] : rowFaults(row.rowNo, reading.faults).filter(({ field }) => !named.has(field));
  return [...faults, ...more];
}

/** The good rows of a sheet, sealed, in chunks; the bad ones go to the tally. Never more than a chunk is in clear. */
async function* sealedChunks(
  tools: PartiesTools,
  command: Command,
  sheet: Sheet<ImportKey>,
  tally: Tally,
  progress: (done: number) => Promise<void>,
): AsyncGenerator<StagedWorker[]> {
  const today = shanghaiDay(command.at);
  for await (const rows of inChunks(sheet.rows, ROWS_PER_CHUNK)) {
    const staged: StagedWorker[] = [];
    for (const row of rows) {
      const read = readRow(row, tools.ports.identifierRules, today);
      if (!Array.isArray(read)) {
        staged.push({ rowNo: row.rowNo, worker: sealWorker(tools.vault, read) });
        continue;
      }
      tally.faults.push(...read);
      const stranger = strangerOf(tools.vault, row);
      if (stranger !== undefined) tally.strangers.push(stranger);
    }
    tally.read += rows.length;
    await progress(tally.read);
    yield await withoutListed(tools, staged, today, tally);
  }
}

/** Takes out who is not to be registered at all; asked beside the transaction, whose connection the sheet is streaming through. */
async function withoutListed(
  { ports, database }: PartiesTools,
  staged: StagedWorker[],
  today: Day,
  tally: Tally,
): Promise<StagedWorker[]> {
  const people = staged.map(({ worker }) => screenedOf(worker));
  const refusals = await screenPeople(ports, database, people, today);
  return staged.filter(({ rowNo, worker }, index) => {
    const refusal = refusals[index];
    if (refusal === undefined) return true;
    tally.faults.push(...rowFaults(rowNo, [refusal]));
    tally.strangers.push({ identityBlind: worker.identity.blind, phoneBlind: worker.phone.blind });
    return false;
  });
}

function outcomeFaults(outcomes: readonly StagedOutcome[]): RowFault[] {
  return outcomes.flatMap(({ rowNo, outcome }) => {
    if (outcome === 'registered') return [];
    const code = outcome === 'known' ? 'already-registered' : 'repeated-in-sheet';
    return rowFaults(rowNo, [fault('identityNumber', code)]);
  });
}

async function registerSheet(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  given: WorkerImport,
  sheet: Sheet<ImportKey>,
  job: JobInHand,
): Promise<void> {
  const tally: Tally = { read: 0, faults: [], strangers: [] };
  const progress = (done: number): Promise<void> => job.progress({ stage: 'read', done, total: 0 });
  await stageWorkers(tx, given.id, sealedChunks(tools, command, sheet, tally, progress));
  await job.progress({ stage: 'register', done: 0, total: tally.read });
  const outcomes = await registerStaged(tx, tools.jobs, command, given.id, 'import');
  const faults = [...tally.faults, ...outcomeFaults(outcomes)];
  faults.sort((one, other) => one.rowNo - other.rowNo);
  await insertFaults(tx, given.id, faults);
  const unregistered = outcomes.filter(({ outcome }) => outcome !== 'registered');
  await keepStrangers(tx, given.id, [...tally.strangers, ...unregistered]);
  const registered = outcomes.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]));
  const refused = new Set(faults.map(({ rowNo }) => rowNo)).size;
  await finishImport(tx, given.id, { read: tally.read, registered: registered.length, refused }, command.at);
  await record(tx, command, {
    action: 'worker.import',
    subject: { kind: 'worker-import', id: given.id },
    ids: registered,
    after: { read: tally.read, registered: registered.length, refused },
  });
}

async function runOnce(tools: PartiesTools, command: Command, importId: string, job: JobInHand): Promise<void> {
  await tools.database.transaction(async (tx) => {
    const given = await lockImport(tx, importId);
    if (given?.state !== 'received') return;
    const sheet = await readSheet(tools.vault.getFile(given.fileId, coveredRead('worker.import', ['file'])), {
      columns: importColumns,
      fileName: 'workers',
      maxRows: importRowsMax,
      // The request refused any mapping that does not name columns of this sheet.
      ...(given.mapping === null ? {} : { mapping: given.mapping as Record<string, ImportKey | null> }),
    });
    try {
      await registerSheet(tools, tx, command, given, sheet, job);
    } finally {
      await sheet.close();
    }
  });
}

/**
 * Works off an import: one transaction from the sheet to registered workers, so that a process killed at any point leaves
 * either nothing or everything, and a second try starts anew. A sheet that cannot be read fails the import with its reason.
 */
export async function runImport(
  tools: PartiesTools,
  command: Command,
  importId: string,
  job: JobInHand,
): Promise<void> {
  try {
    await runOnce(tools, command, importId, job);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await tools.database.transaction(async (tx) => {
      if (!(await failImport(tx, importId, error, command.at))) return;
      await record(tx, command, {
        action: 'worker-import.fail',
        subject: { kind: 'worker-import', id: importId },
        before: { state: 'received' },
        after: { state: 'failed', problem: error.code },
        outcome: 'failed',
      });
    });
  }
}
