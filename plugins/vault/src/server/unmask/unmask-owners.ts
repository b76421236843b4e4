import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import type { FieldKind } from '../../domain';

/** Which rows of his a caller may see: a row scope of access's kit, which stands above this plugin. */
export type UnmaskScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'enterprise'; readonly enterpriseId: number }
  | { readonly kind: 'worker'; readonly workerId: number }
  | { readonly kind: 'account'; readonly accountId: number };

/** Who wants to see it: his scope, and whether an elevation (提权) gives it; without one a worker's scope is the worker himself. */
export interface UnmaskReader {
  readonly scope: UnmaskScope;
  readonly isElevated: boolean;
}

/** A sensitive value as its owner finds it; nothing is opened yet. */
export interface SensitiveValue {
  /** The number that people know the row by. */
  readonly label: string;
  readonly masked: string | null;
  readonly kind: FieldKind;
  /** Whose it is, where it is a worker's: he is told who looked. */
  readonly workerId: number | null;
  /** @throws as `Vault.open` */
  open(): string;
}

/** A plugin with sensitive rows of one kind (敏感字段的所有者). */
export interface UnmaskOwner {
  /** Resource of the permission matrix; who may not `read` it there unmasks nothing of it. */
  readonly kind: string;
  /** The value of a field, or undefined where there is no such row in the scope, no such field, or nothing in it. */
  find(
    db: Queryable,
    target: { readonly id: number; readonly field: string },
    reader: UnmaskReader,
  ): Promise<SensitiveValue | undefined>;
}

export interface UnmaskOwners {
  /** @throws Error for a second owner of a kind */
  add(...owners: readonly UnmaskOwner[]): void;
  ownerOf(kind: string): UnmaskOwner | undefined;
}

export function createUnmaskOwners(): UnmaskOwners {
  const known = new Map<string, UnmaskOwner>();
  return {
    add(...owners) {
      for (const owner of owners) {
        if (known.has(owner.kind)) throw new Error(`there are two owners of sensitive fields of ${owner.kind}`);
        known.set(owner.kind, owner);
      }
    },
    ownerOf: (kind) => known.get(kind),
  };
}

/** Where the owners of sensitive rows declare them, in `bootstrap`. */
export function unmaskOwnersOf(strapi: Core.Strapi): UnmaskOwners {
  return strapi.plugin('vault').service('unmaskOwners');
}
