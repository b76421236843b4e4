import type { Queryable } from '@linggong/core';
import type { FormRecordAnswer } from '../../api';

/** How far what a record asked for is (办理情况), for whoever handed it in. */
export type Handling = NonNullable<FormRecordAnswer['handling']>;

/** How records of a form are dealt with, told by a plugin above this one; undefined for one that nobody has taken in yet. */
export type HandlingSource = (db: Queryable, recordNumber: string) => Promise<Handling | undefined>;

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
