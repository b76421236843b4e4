import { span, type Database } from '@linggong/core';

/** Rows of one block: a block is checked and proved as a whole, and its list of rows must stay readable. */
const blockRows = 5_000;

/** Blocks of one call; what is left waits for the next, seconds later. */
const blocksMax = 200;

/** Seals everything committed so far. Gives the number of rows sealed. */
export function sealAll(db: Database): Promise<number> {
  return span('audit', () => sealBlocks(db));
}

async function sealBlocks(db: Database): Promise<number> {
  let sealed = 0;
  for (let block = 0; block < blocksMax; block += 1) {
    const { rows } = await db.one<{ rows: number }>('SELECT audit.seal($1) AS rows', [blockRows]);
    sealed += rows;
    if (rows < blockRows) break;
  }
  return sealed;
}
