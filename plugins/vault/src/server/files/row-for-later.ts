import type { Queryable } from '@linggong/core';

/** The row of a file that is stored before the transaction which tells of it. */
export interface RowForLater {
  /** To be given to `putFile`, whose only statement is the row of the file, after its bytes. */
  readonly later: Queryable;
  /** Writes the row in the caller's transaction; a file whose row is never written goes with the vault's orphans. */
  keep(tx: Queryable): Promise<unknown>;
}

/** So that no transaction waits for a slow line, or for a file that is still made. */
export function rowForLater(): RowForLater {
  let insertRow: ((tx: Queryable) => Promise<unknown>) | undefined;
  return {
    later: {
      query: async (sql, values) => {
        insertRow = (tx) => tx.query(sql, values);
        return [];
      },
      maybeOne: async () => undefined,
      prepared: async () => undefined,
      preparedRows: async () => [],
      one: () => Promise.reject(new Error('a file that is being stored asks nothing')),
    },
    keep: async (tx) => insertRow?.(tx),
  };
}
