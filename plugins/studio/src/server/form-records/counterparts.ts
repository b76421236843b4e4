import type { covers } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';

/** Whose rows the caller may see. */
export type Scope = Parameters<typeof covers>[0];

/** An enterprise or a worker, as a record names the one it means. */
export interface About {
  readonly kind: 'enterprise' | 'worker';
  readonly id: number;
}

/** One that may be meant (往来方): a person by his masked name. */
export interface Counterpart extends About {
  readonly number: string;
  readonly name: string;
}

/** With whom callers deal, told by a plugin above this one: here nobody knows of work or payments. */
export interface CounterpartSource {
  /** Those of the caller, the latest first, whose number begins so; at most 200. */
  list(db: Queryable, scope: Scope, numberFrom: string): Promise<Counterpart[]>;
  /** One of them; undefined for one that the caller does not deal with. */
  find(db: Queryable, scope: Scope, about: About): Promise<Counterpart | undefined>;
}

export interface Counterparts {
  /** @throws Error where a form has a source already */
  add(form: string, source: CounterpartSource): void;
  of(form: string): CounterpartSource | undefined;
}

export function createCounterparts(): Counterparts {
  const known = new Map<string, CounterpartSource>();
  return {
    add(form, source) {
      if (known.has(form)) throw new Error(`${form} knows already whom it may mean`);
      known.set(form, source);
    },
    of: (form) => known.get(form),
  };
}

/**
 * The one that a record is to mean, found in the caller's own list: what he does not deal with is answered as not there.
 * @throws Problem 422 `counterpart-unknown`
 */
export async function demandCounterpart(
  source: CounterpartSource | undefined,
  db: Queryable,
  scope: Scope,
  about: About,
): Promise<Counterpart> {
  const found = await source?.find(db, scope, about);
  if (found !== undefined) return found;
  throw problem(
    422,
    'counterpart-unknown',
    { zh: '所选对象与您没有业务往来', en: 'You do not deal with whom you chose' },
    { field: 'about', fix: { zh: '请从列表中重新选择，或留空', en: 'Choose again from the list, or leave it open' } },
  );
}
