import type { Core } from '@strapi/strapi';

/** A row as `select` asks for it. */
export type ClearRow = Readonly<Record<string, string | null>>;

/** Columns that are written of a row that held a value in clear. */
export type SealedRow = Readonly<Record<string, string | Buffer | null>>;

/**
 * A table with rows from before its column was sealed, as its owner declares it (明文来源): the vault has them sealed, as new rows are.
 * Names and SQL come from the plugin's own code.
 */
export interface ClearSource {
  /** Lasting name, such as `statement-lines`. */
  readonly name: string;
  /** With its schema. Its alias in what follows is `t`. */
  readonly table: string;
  readonly key: { readonly column: string; readonly type: 'integer' | 'bigint' };
  /** SQL over `t` alone: rows that may hold a value in clear. What is sealed meets it no more. */
  readonly where: string;
  /** A join that `select` needs; at most one row for each row of the table. */
  readonly join?: string;
  /** SQL, as text, of what `sealed` is given. */
  readonly select: Readonly<Record<string, string>>;
  /** Types of the columns that `sealed` gives. */
  readonly columns: Readonly<Record<string, 'text' | 'bytea'>>;
  /** What is to be written; undefined where nothing of the row is to be sealed. */
  sealed(row: ClearRow): SealedRow | undefined;
}

export interface ClearSources {
  /** @throws Error for a second source of a name */
  add(...sources: readonly ClearSource[]): void;
  all(): readonly ClearSource[];
}

export function createClearSources(): ClearSources {
  const known = new Map<string, ClearSource>();
  return {
    add(...sources) {
      for (const source of sources) {
        if (known.has(source.name)) throw new Error(`there are two clear sources ${source.name}`);
        known.set(source.name, source);
      }
    },
    all: () => [...known.values()],
  };
}

/** Where the owners of columns that were sealed later declare them, in `bootstrap`. */
export function clearSourcesOf(strapi: Core.Strapi): ClearSources {
  return strapi.plugin('vault').service('clearSources');
}
