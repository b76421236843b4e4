import { record } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import type { FileRewrap } from '../files/rewrap-files';
import type { DataKeys } from '../keys/data-key';
import {
  beginSweep,
  endSweep,
  FILES_SOURCE,
  finish,
  nextSource,
  noteBarrier,
  noteWindow,
  openReencryption,
  mayBegin,
  SWEEPS_MAX,
  type Reencryption,
} from './reencryption-rows';
import { resealWindow, type Reseal, type Window } from './reseal-window';
import type { SealedSource } from './sealed-source';

export interface ReencryptionTools {
  readonly db: Database;
  readonly dataKeys: Pick<DataKeys, 'current'>;
  readonly sources: () => readonly SealedSource[];
  readonly reseal: Reseal;
  /** Private files, whose keys are wrapped anew; a vault without them leaves their data keys in use. */
  readonly files?: FileRewrap;
}

/** A table that a sweep goes through, window by window. */
interface Swept {
  readonly name: string;
  readonly table: string;
  window(tx: Tx, after: string | null): Promise<Window>;
}

/** The owners' tables in their order, and last the private files. */
function sweptBy({ sources, files, dataKeys, reseal }: ReencryptionTools): readonly Swept[] {
  const ofOwners = sources().map((source) => ({
    name: source.name,
    table: source.table,
    window: (tx: Tx, after: string | null) =>
      resealWindow(tx, source, { after, headText: dataKeys.current('fields').headText }, reseal),
  }));
  return files ? [...ofOwners, { name: FILES_SOURCE, table: 'vault.files', window: files.window }] : ofOwners;
}

/** `again`: there is more to do; `wait`: not yet, or another process is at it; `idle`: nothing is open. */
export type Step = 'again' | 'wait' | 'idle';

/**
 * One step of the open re-encryption, in one transaction: a window of rows, or a turn from one sweep to the next. Whoever is killed in
 * it loses this step and nothing else. @throws Problem 503 `keys-reloading` for a value under a key that was made a moment ago
 */
export function stepReencryption(tools: ReencryptionTools, command: Command): Promise<Step> {
  return tools.db.transaction(async (tx) => {
    const run = await openReencryption(tx);
    if (run === 'none') return 'idle';
    if (run === 'taken') return 'wait';
    return run.state === 'waiting' ? turn(tools, tx, run) : sweep(tools, tx, command, run);
  });
}

/**
 * Whether the next sweep may begin: once its key is current here, and once every transaction has ended that may have read or sealed
 * under an older one.
 */
async function turn(tools: ReencryptionTools, tx: Tx, run: Reencryption): Promise<Step> {
  if (!isTurned(tools.dataKeys, run)) return 'wait';
  if (!run.hasBarrier) {
    await noteBarrier(tx, run.id);
    return 'again';
  }
  if (!(await mayBegin(tx, run.id))) return 'wait';
  await beginSweep(tx, run.id, sweptBy(tools));
  return 'again';
}

function isTurned(dataKeys: Pick<DataKeys, 'current'>, { toNumber, filesNumber }: Reencryption): boolean {
  const hasFields = dataKeys.current('fields').number === toNumber;
  return hasFields && (filesNumber === null || dataKeys.current('files').number === filesNumber);
}

async function sweep(tools: ReencryptionTools, tx: Tx, command: Command, run: Reencryption): Promise<Step> {
  const next = await nextSource(tx, run.id);
  if (next) {
    const source = sweptBy(tools).find(({ name }) => name === next.source);
    if (!source) throw new Error(`re-encryption ${run.id}: no plugin declares the source ${next.source}`);
    await noteWindow(tx, run.id, next.source, await source.window(tx, next.cursor));
    return 'again';
  }
  const { found, broken } = await endSweep(tx, run.id);
  // One sweep is never enough: a process may have turned to the new key a moment later than this one.
  if ((found > 0 || run.sweep < 2) && run.sweep < SWEEPS_MAX) {
    await noteBarrier(tx, run.id);
    return 'again';
  }
  const state = found === 0 && broken === 0 ? 'done' : 'failed';
  const counts = await finish(tx, command, run, state);
  await record(tx, command, {
    action: `reencryption.${state === 'done' ? 'finish' : 'fail'}`,
    subject: { kind: 'reencryption', id: run.id },
    after: { state, sweeps: run.sweep, keyNumber: run.toNumber, ...counts },
  });
  return 'idle';
}
