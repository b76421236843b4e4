import type { Core } from '@strapi/strapi';
import type { SealedKind } from '../../domain';

/** A table with sealed columns, as its owner declares it (密文来源): the vault seals them anew after a rotation. */
export interface SealedSource {
  /** Lasting name, such as `workers`. */
  readonly name: string;
  /** Originals before their copies: a copy that was made from an old value is then found by the same or the next sweep. */
  readonly order: number;
  /** With its schema. Its alias in `subject` and `join` is `t`. */
  readonly table: string;
  readonly key: { readonly column: string; readonly type: 'integer' | 'bigint' | 'text' };
  /** SQL of the subject that the values of a row are bound to. */
  readonly subject: string;
  /** A join that the subject needs; one row for each row of the table. */
  readonly join?: string;
  readonly form: 'base64' | 'bytea';
  /** Kind of each sealed column. */
  readonly columns: Readonly<Record<string, SealedKind>>;
}

export interface SealedSources {
  /** @throws Error for a second source of a name */
  add(...sources: readonly SealedSource[]): void;
  /** A table whose values live for a transaction, or for the days of a request: no sweep has to see them, and a retired key still opens them. */
  passes(table: string): void;
  /** In the order in which a sweep takes them. */
  all(): readonly SealedSource[];
  passing(): readonly string[];
}

export function createSealedSources(): SealedSources {
  const known = new Map<string, SealedSource>();
  const passing: string[] = [];
  return {
    add(...sources) {
      for (const source of sources) {
        if (known.has(source.name)) throw new Error(`there are two sealed sources ${source.name}`);
        known.set(source.name, source);
      }
    },
    passes: (table) => void passing.push(table),
    all: () => [...known.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name)),
    passing: () => passing,
  };
}

/** Where the owners of sealed columns declare them, in `bootstrap`. */
export function sealedSourcesOf(strapi: Core.Strapi): SealedSources {
  return strapi.plugin('vault').service('sources');
}
