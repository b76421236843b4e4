import type { Core } from '@strapi/strapi';
import type { Command, Database, Queryable, Tx } from '@linggong/core';

/** What is asked of an owner: rows whose term ended before `before`, after the row `after` (empty: from the first), in their order. */
export interface DueQuestion {
  readonly before: Date;
  readonly after: string;
  readonly limit: number;
}

/** A row whose term is over. */
export interface DueRow {
  /** What the owner orders its rows by, as text. */
  readonly id: string;
  /** Private files that go with it. */
  readonly fileIds: readonly string[];
  /**
   * What it is about, as `worker:7`: a legal hold on one of them keeps it. Of many people (the lines of a batch) those that are held now
   * are enough (`heldIds`): holds and purges wait for each other.
   */
  readonly subjects: readonly string[];
}

/** Who keeps the things of a class, and takes them away (清理). */
export interface Purger {
  /** Rows in one transaction; 500 where it is not said. */
  readonly together?: number;
  /** Once before the rows are asked for, and outside of the lock that holds wait for: what takes long to find out. */
  prepare?(db: Database, before: Date): Promise<void>;
  /** Rows that are due and not purged yet. */
  due(db: Queryable, question: DueQuestion): Promise<DueRow[]>;
  /** Takes away what the rows themselves hold, in the transaction that notes it; their files go by themselves. */
  purge?(tx: Tx, command: Command, ids: readonly string[]): Promise<void>;
}

export interface Retention {
  /** @throws Error for a second purger of a class */
  add(className: string, purger: Purger): void;
  get(className: string): Purger | undefined;
  names(): string[];
}

export function createRetention(): Retention {
  const purgers = new Map<string, Purger>();
  return {
    add(className, purger) {
      if (purgers.has(className)) throw new Error(`there are two purgers of ${className}`);
      purgers.set(className, purger);
    },
    get: (className) => purgers.get(className),
    names: () => [...purgers.keys()].sort(),
  };
}

/** Where the owners of a class of the retention schedule say how it is purged, in `bootstrap`. */
export function retentionOf(strapi: Core.Strapi): Retention {
  return strapi.plugin('vault').service('retention');
}
