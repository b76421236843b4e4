import type { Queryable } from '@linggong/core';
import type { Counterpart, CounterpartSource } from '@linggong/studio';

type Scope = Parameters<CounterpartSource['list']>[1];

const SHOWN_MAX = 200;
/** Staff are shown as many enterprises as workers. */
const HALF = SHOWN_MAX / 2;

/**
 * Whom a complaint may mean (被投诉方): a worker means enterprises that he worked for, an enterprise workers that worked for it, staff
 * who take one down anybody. People are named by their masks.
 */
export const complaintCounterparts: CounterpartSource = {
  list: (db, scope, numberFrom) => counterpartsOf(db, scope, { numberFrom }),
  async find(db, scope, about) {
    const [found] = await counterpartsOf(db, scope, { numberFrom: '', about });
    return found;
  },
};

interface Sought {
  readonly numberFrom: string;
  readonly about?: Pick<Counterpart, 'kind' | 'id'>;
}

async function counterpartsOf(db: Queryable, scope: Scope, { numberFrom, about }: Sought): Promise<Counterpart[]> {
  const of = (kind: Counterpart['kind'], dealtWith: number | undefined): Promise<Counterpart[]> => {
    if (about !== undefined && about.kind !== kind) return Promise.resolve([]);
    const values = [about?.id ?? null, numberFrom];
    return dealtWith === undefined
      ? db.query<Counterpart>(anybody(kind), values)
      : db.query<Counterpart>(own(kind), [...values, dealtWith]);
  };
  switch (scope.kind) {
    case 'worker':
      return of('enterprise', scope.workerId);
    case 'enterprise':
      return of('worker', scope.enterpriseId);
    case 'all':
      return [...(await of('enterprise', undefined)), ...(await of('worker', undefined))].slice(0, SHOWN_MAX);
    case 'account':
      return [];
  }
}

/** Columns of either kind; the other side of an engagement is the caller. */
const sides = {
  enterprise: {
    facts: 'parties.published_enterprise_facts',
    id: 'enterprise_id',
    caller: 'worker_id',
    name: 'p.name',
  },
  worker: {
    facts: 'parties.published_worker_facts',
    id: 'worker_id',
    caller: 'enterprise_id',
    name: 'p.name_masked',
  },
} as const;

function anybody(kind: Counterpart['kind']): string {
  const { facts, id, name } = sides[kind];
  return `SELECT '${kind}' AS kind, p.${id} AS id, p.number, ${name} AS name FROM ${facts} p
    WHERE ($1::int IS NULL OR p.${id} = $1) AND starts_with(p.number, upper($2)) ORDER BY p.${id} DESC LIMIT ${HALF}`;
}

/** With whom the caller has an engagement that was not cancelled, the latest first. */
function own(kind: Counterpart['kind']): string {
  const { facts, id, name, caller } = sides[kind];
  return `SELECT '${kind}' AS kind, p.${id} AS id, p.number, ${name} AS name
     FROM (SELECT g.${id} AS id, max(g.engagement_id) AS last FROM tasks.published_engagement_facts g
            WHERE g.${caller} = $3 AND ($1::int IS NULL OR g.${id} = $1) GROUP BY 1) dealt
     JOIN ${facts} p ON p.${id} = dealt.id
    WHERE starts_with(p.number, upper($2)) ORDER BY dealt.last DESC LIMIT ${SHOWN_MAX}`;
}
