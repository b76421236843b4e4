import { record } from '@linggong/audit';
import { cutoffOf, retentionClasses, type RetentionClass } from '@linggong/config';
import type { Command, Database, Tx } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { heldSubjects, lockHolds } from './legal-holds';
import { purgeFiles } from './purge-files';
import type { DueRow, Purger, Retention } from './retention';

const TOGETHER = 500;
/** Of one class in one run; what is left then is taken by the next day's. */
const CHUNKS_MAX = 400;
/** Rows of a class that may fail in one run: when more do, it is not the rows. */
const FAULTS_MAX = 200;

interface Run {
  readonly id: string;
  readonly cutoff: Date;
  readonly cursor: string | null;
}

export interface ClassOutcome {
  readonly class: string;
  readonly purged: number;
  readonly held: number;
}

/**
 * One daily run (到期清理): every class of the schedule whose things are purged, one after the other. A class that fails, or a row of
 * it, leaves the code of the fault at its run and holds up no other. @returns what was done; classes with nothing due are left out
 */
export async function runRetention(db: Database, retention: Retention, command: Command): Promise<ClassOutcome[]> {
  const outcomes: ClassOutcome[] = [];
  for (const entry of retentionClasses) {
    const purger = retention.get(entry.name);
    if (entry.then !== 'purge' || entry.term === undefined || purger === undefined) continue;
    const run = await openRun(db, entry, cutoffOf(entry.term, command.at), command.at);
    const outcome = await runClass(db, entry, purger, run, command);
    if (outcome.purged + outcome.held > 0) outcomes.push(outcome);
  }
  return outcomes;
}

/** The run that was left open is gone on with, under its own cutoff. */
async function openRun(db: Database, { name }: RetentionClass, cutoff: Date, at: Date): Promise<Run> {
  const columns = 'id::text, cutoff, cursor';
  const open = await db.maybeOne<Run>(
    `SELECT ${columns} FROM vault.retention_runs WHERE class = $1 AND finished_at IS NULL`,
    [name],
  );
  return (
    open ??
    db.one<Run>(
      `INSERT INTO vault.retention_runs (class, cutoff, started_at) VALUES ($1, $2, $3) RETURNING ${columns}`,
      [name, cutoff, at],
    )
  );
}

async function runClass(
  db: Database,
  entry: RetentionClass,
  purger: Purger,
  run: Run,
  command: Command,
): Promise<ClassOutcome> {
  const work: Work = { db, entry, purger, run, command };
  const state: State = { after: run.cursor ?? '', purged: 0, held: 0, faults: 0 };
  let fault: string | null = null;
  try {
    await purger.prepare?.(db, run.cutoff);
    for (let chunk = 0; chunk < CHUNKS_MAX; chunk += 1) if (!(await takeChunk(work, state))) break;
  } catch (error) {
    fault = codeOf(error);
  }
  await db.query('UPDATE vault.retention_runs SET finished_at = $2, fault = coalesce($3, fault) WHERE id = $1', [
    run.id,
    command.at,
    fault,
  ]);
  return { class: entry.name, purged: state.purged, held: state.held };
}

interface Work {
  readonly db: Database;
  readonly entry: RetentionClass;
  readonly purger: Purger;
  readonly run: Run;
  readonly command: Command;
}

/** How far a run of a class has come. */
interface State {
  after: string;
  purged: number;
  held: number;
  faults: number;
}

const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : 'fault');

/** One chunk in one transaction; where it fails, row by row. @returns whether there may be more */
async function takeChunk(work: Work, state: State): Promise<boolean> {
  const limit = work.purger.together ?? TOGETHER;
  try {
    return (await takeRows(work, state, limit)) === limit;
  } catch {
    // Whose fault it is shows by itself: everything else of the chunk goes.
    for (let row = 0; row < limit; row += 1) if (!(await takeRow(work, state))) return false;
    return true;
  }
}

/** @returns how many rows were due; `seen` is filled with them before anything happens to them */
async function takeRows(
  { db, entry, purger, run, command }: Work,
  state: State,
  limit: number,
  seen: DueRow[] = [],
): Promise<number> {
  const done = await db.transaction(async (tx) => {
    await lockHolds(tx);
    const rows = await purger.due(tx, { before: run.cutoff, after: state.after, limit });
    seen.push(...rows);
    return { rows, ...(await purgeChunk(tx, entry, purger, run, rows, command)) };
  });
  state.purged += done.purged;
  state.held += done.held;
  state.after = done.rows.at(-1)?.id ?? state.after;
  return done.rows.length;
}

/**
 * One row by itself. One that cannot be purged is passed over, with the code of its fault at the run, and is tried again by the next day's: it
 * is not to keep everything behind it for ever. @returns whether there was one
 */
async function takeRow(work: Work, state: State): Promise<boolean> {
  const seen: DueRow[] = [];
  try {
    return (await takeRows(work, state, 1, seen)) === 1;
  } catch (error) {
    const id = seen[0]?.id;
    state.faults += 1;
    if (id === undefined || state.faults > FAULTS_MAX) throw error;
    state.after = id;
    await work.db.query(
      'UPDATE vault.retention_runs SET cursor = $2, examined = examined + 1, fault = $3 WHERE id = $1',
      [work.run.id, id, codeOf(error)],
    );
    return true;
  }
}

async function purgeChunk(
  tx: Tx,
  entry: RetentionClass,
  purger: Purger,
  run: Run,
  rows: readonly DueRow[],
  command: Command,
): Promise<{ purged: number; held: number }> {
  if (rows.length === 0) return { purged: 0, held: 0 };
  const held = await heldSubjects(tx, [...new Set(rows.flatMap(({ subjects }) => subjects))]);
  const going = rows.filter(({ subjects }) => !subjects.some((subject) => held.has(subject)));
  const ids = going.map(({ id }) => id);
  let files = 0;
  if (ids.length > 0) {
    files = await purgeFiles(
      tx,
      going.flatMap(({ fileIds }) => fileIds),
      entry.name,
      command.at,
    );
    await purger.purge?.(tx, command, ids);
    await record(tx, command, {
      action: 'retention.purge',
      subject: { kind: 'retention-class', id: entry.name },
      ids,
      after: { cutoff: run.cutoff.toISOString(), files },
    });
  }
  await tx.query(
    `UPDATE vault.retention_runs SET cursor = $2, examined = examined + $3, purged = purged + $4, held = held + $5, files = files + $6
     WHERE id = $1`,
    [run.id, rows.at(-1)?.id, rows.length, ids.length, rows.length - ids.length, files],
  );
  return { purged: ids.length, held: rows.length - ids.length };
}
