import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import type { PersonRow } from '../../domain/person-links';

/** Workers by what may tie them to a person; at most `limit` rows. */
export interface PersonQuestion {
  readonly workers: readonly number[];
  readonly identityKeys: readonly string[];
  readonly phoneKeys: readonly string[];
  readonly limit: number;
}

type WorkersLike = (db: Queryable, question: PersonQuestion) => Promise<readonly PersonRow[]>;

/** Where the register of workers, which stands above this plugin, tells who of them a person is. */
export interface PersonPort {
  register(workersLike: WorkersLike): void;
  workersLike: WorkersLike;
}

export function createPersonPort(): PersonPort {
  let known: WorkersLike | undefined;
  return {
    register: (workersLike) => void (known = workersLike),
    // Without the register nobody could tell the second account of a worker: no decision is taken then.
    workersLike: (db, question) => {
      if (known === undefined) throw new Error('the register of workers has not said how to find a person');
      return known(db, question);
    },
  };
}

export function personPortOf(strapi: Core.Strapi): PersonPort {
  return strapi.plugin('access').service('personPort');
}
