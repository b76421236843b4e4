import type { ReadKind } from './sensitive-read';

/**
 * Leave to open values of some kinds (明文读取凭据), given by the entry that tells of it: the vault opens nothing without one, so that a
 * read cannot be forgotten. Made by `recordRead` and `coveredRead` alone; lives for one call and is kept nowhere.
 */
export class Reading {
  readonly #kinds: ReadonlySet<ReadKind>;

  constructor(kinds: readonly ReadKind[]) {
    this.#kinds = new Set(kinds);
  }

  /** @throws Error where the entry does not name this kind: what is opened is what was recorded */
  demand(kind: ReadKind): void {
    if (!this.#kinds.has(kind)) throw new Error(`the entry of this read does not name ${kind}`);
  }
}
