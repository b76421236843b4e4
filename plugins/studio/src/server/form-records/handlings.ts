import type { Queryable } from '@linggong/core';
import type { FormRecordAnswer } from '../../api';
import type { Scope } from './counterparts';

/** How far what a record asked for is (办理情况), for whoever handed it in. */
export type Handling = NonNullable<FormRecordAnswer['handling']>;

/** How records of a form are dealt with, told by a plugin above this one; undefined for one that nobody has taken in yet. */
export type HandlingSource = (db: Queryable, recordNumber: string) => Promise<Handling | undefined>;

/** In which case it is dealt with, and by whom, is told to the house alone. */
export function handlingFor(scope: Scope, handling: Handling): Handling {
  return scope.kind === 'all' ? handling : { ...handling, handledAs: null };
}

export interface Handlings {
  /** @throws Error where a form has a source already */
  add(form: string, source: HandlingSource): void;
  of(form: string): HandlingSource | undefined;
}

export function createHandlings(): Handlings {
  const known = new Map<string, HandlingSource>();
  return {
    add(form, source) {
      if (known.has(form)) throw new Error(`${form} knows already how it is dealt with`);
      known.set(form, source);
    },
    of: (form) => known.get(form),
  };
}
