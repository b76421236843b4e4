import { span, type Database } from '@linggong/core';

/** Rows of one block: a block is checked and proved as a whole, and its list of rows must stay readable. */
const blockRows = 5_000;

/** Blocks of one transaction: the queue is read and sorted once for all of them. */
const blocksAtOnce = 20;

/** Transactions of one call, five million rows; what is left waits for the next, seconds later. */
const turnsMax = 50;

/** Seals everything committed so far. Gives the number of rows sealed. */
export function sealAll(db: Database): Promise<number> {
  return span('audit', () => sealBlocks(db));
}

async function sealBlocks(db: Database): Promise<number> {
  let sealed = 0;
  for (let turn = 0; turn < turnsMax; turn += 1) {
    const { rows } = await db.one<{ rows: number }>('SELECT audit.seal($1, $2) AS rows', [blockRows, blocksAtOnce]);
    sealed += rows;
    // Less than a block came while the last ones were sealed: the next tick takes it.
    if (rows < blockRows) break;
  }
  return sealed;
}
