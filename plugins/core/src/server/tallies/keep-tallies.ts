import type { Queryable, Tx } from '../database';

/** So many changes are folded at once: a fold that waits holds up no reader, and locks few totals. */
const STEP = 5_000;
const STEPS_MAX = 200;

/** Folds what was appended into the totals, a transaction a step; gives how many changes it took. Figures do not move by it. */
export async function foldTallies(db: Queryable): Promise<number> {
  let folded = 0;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const { taken } = await db.one<{ taken: number }>('SELECT core.fold_tallies($1) AS taken', [STEP]);
    folded += taken;
    if (taken < STEP) break;
  }
  return folded;
}

/** A tally against what its rows come to. */
export interface TallyCheck {
  /** The table that is counted. */
  readonly source: string;
  readonly tally: string;
  readonly compared: bigint;
  readonly differing: bigint;
  /** `part day #enterprise` of some that differ. */
  readonly samples: readonly string[];
}

/** Every tally against what its rows come to, computed anew. Reads all rows: for an audit, once a day. */
export async function checkTallies(db: Queryable, samplesMax: number): Promise<TallyCheck[]> {
  return db.query('SELECT source, tally, compared, differing, samples FROM core.tally_differences($1)', [samplesMax]);
}

/** Puts the tallies of a table to what its rows come to; nobody writes to that table meanwhile. @throws Error for a table without tallies */
export async function rebuildTallies(tx: Tx, source: string): Promise<void> {
  await tx.query('SELECT core.rebuild_tallies($1)', [source]);
}
