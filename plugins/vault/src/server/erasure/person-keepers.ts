import type { Core } from '@strapi/strapi';
import type { Command, Queryable, Tx } from '@linggong/core';
import type { PersonFact } from '../../domain/person-end';

/** A person who is to be erased. */
export interface ErasedPerson {
  readonly workerId: number;
  /** His subject (hex of the blind identity number): what his sealed values are bound to. */
  readonly subject: string;
}

/** Who keeps something of people, says how long it needs to know who they are, and forgets them (清除). */
export interface PersonKeeper {
  /** What holds the named people. Set-based, for a few hundred. */
  holds?(db: Queryable, workerIds: readonly number[]): Promise<PersonFact[]>;
  /**
   * What else than the people themselves a legal hold may stand on and keeps them by, as `contract:5`: only what is held now need be named
   * (`heldIds`), for holds and purges wait for each other.
   */
  heldWith?(
    db: Queryable,
    workerIds: readonly number[],
  ): Promise<readonly { readonly workerId: number; readonly subject: string }[]>;
  /**
   * Takes away what names the people: sealed values, blind indexes, masks, free text. Rows that others stand on stay without it. The
   * certificate that names them stands already. @returns what it was, and of how many rows
   */
  erase?(tx: Tx, command: Command, people: readonly ErasedPerson[]): Promise<Readonly<Record<string, number>>>;
}

export interface PersonKeepers {
  /** @throws Error for a second keeper of a name */
  add(name: string, keeper: PersonKeeper): void;
  all(): readonly (readonly [name: string, keeper: PersonKeeper])[];
}

export function createPersonKeepers(): PersonKeepers {
  const keepers = new Map<string, PersonKeeper>();
  return {
    add(name, keeper) {
      if (keepers.has(name)) throw new Error(`there are two keepers ${name} of people`);
      keepers.set(name, keeper);
    },
    all: () => [...keepers],
  };
}

/** Where everybody who keeps something of people says so, in `bootstrap`. */
export function personKeepersOf(strapi: Core.Strapi): PersonKeepers {
  return strapi.plugin('vault').service('personKeepers');
}
