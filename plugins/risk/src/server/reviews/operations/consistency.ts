import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import type { Severity } from '../../../domain';

/** What a comparison of two things that must agree gave over a month. */
export interface Compared {
  readonly compared: number;
  readonly differences: number;
  /** Business numbers to look up, at most twenty; never people. */
  readonly samples: readonly string[];
}

/** One of the comparisons that the standard asks of a review of operations (R8.2). */
export interface ConsistencyCheck {
  /** Kebab-case, such as `agreement-registration`. */
  readonly key: string;
  readonly name: Text2;
  readonly severity: Severity;
  /** Said of the finding. */
  readonly title: Text2;
  /** Days of Asia/Shanghai: the first of the period, and the one after its last. */
  compare(db: Queryable, from: Day, after: Day): Promise<Compared>;
}

/** Where plugins above this one compare what they keep: risk may not read it. */
export interface ConsistencyChecks {
  /** @throws Error for a second check of a key */
  register(check: ConsistencyCheck): void;
  all(): ConsistencyCheck[];
}

export function createConsistencyChecks(): ConsistencyChecks {
  const known = new Map<string, ConsistencyCheck>();
  return {
    register: (check) => {
      if (known.has(check.key)) throw new Error(`${check.key} is compared twice`);
      known.set(check.key, check);
    },
    all: () => [...known.values()].sort((one, other) => (one.key < other.key ? -1 : 1)),
  };
}

export function consistencyOf(strapi: Core.Strapi): ConsistencyChecks {
  return strapi.plugin('risk').service('consistency');
}
