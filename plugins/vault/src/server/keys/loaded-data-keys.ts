import type { Queryable } from '@linggong/core';
import { createDataKey, keysReloading, type DataKey, type DataKeys, type Realm } from './data-key';
import { readDataKeys, suiteOfRow, type WrappedKey } from './data-key-rows';
import type { KeyWrapper } from './key-wrapper';

/** Data keys read from the database and unwrapped. */
export interface LoadedDataKeys extends DataKeys {
  /** Reads the rows again; keys that are known already are not unwrapped anew. */
  refresh(): Promise<void>;
}

interface Turn {
  readonly key: DataKey;
  /** By `performance.now()`: neither the product's clock nor a correction of the machine's moves it. */
  readonly from: number;
}

/** @throws SealBroken where a row was wrapped under another ring or changed; Error for a suite that this version does not know */
export async function loadDataKeys(db: () => Queryable, wrapper: KeyWrapper): Promise<LoadedDataKeys> {
  let keys = new Map<number, DataKey>();
  let turns = new Map<Realm, Turn[]>();
  let absent = new Set<number>();

  const refresh = async (): Promise<void> => {
    const rows = await readDataKeys(db());
    const read = new Map<number, DataKey>();
    for (const row of rows) read.set(row.number, keys.get(row.number) ?? (await unwrapped(wrapper, row)));
    [keys, turns, absent] = [read, turnsOf(rows, read), new Set()];
  };
  const ask = (number: number): void => {
    refresh().then(
      () => {
        if (!keys.has(number)) absent.add(number);
      },
      // The next one who needs the key asks again.
      () => undefined,
    );
  };
  await refresh();
  return {
    refresh,
    current: (realm) => currentOf(turns.get(realm) ?? [], realm),
    find(number) {
      const key = keys.get(number);
      if (key || absent.has(number)) return key;
      ask(number);
      throw keysReloading();
    },
  };
}

async function unwrapped(wrapper: KeyWrapper, row: WrappedKey): Promise<DataKey> {
  return createDataKey(row.number, suiteOfRow(row), await wrapper.unwrap(row, row.wrapped));
}

function turnsOf(rows: readonly WrappedKey[], keys: ReadonlyMap<number, DataKey>): Map<Realm, Turn[]> {
  const now = performance.now();
  const turns = new Map<Realm, Turn[]>();
  for (const { number, realm, dueMs } of rows) {
    const key = keys.get(number);
    if (!key) continue;
    const known = turns.get(realm) ?? [];
    turns.set(realm, [...known, { key, from: now + dueMs }]);
  }
  return turns;
}

/** The one whose turn came last. Those before it are dropped, so that the usual call looks at one. */
function currentOf(turns: Turn[], realm: Realm): DataKey {
  const now = performance.now();
  while (turns.length > 1 && (turns[1] as Turn).from <= now) turns.shift();
  const [turn] = turns;
  if (!turn) throw new Error(`there is no data key for ${realm}`);
  return turn.key;
}
