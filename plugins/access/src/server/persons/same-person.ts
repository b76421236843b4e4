import type { Queryable } from '@linggong/core';
import {
  isKnownPerson,
  linksOfAccount,
  personNodesMax,
  personRoundsMax,
  sizeOf,
  withRows,
  type PersonLinks,
  type PersonRow,
} from '../../domain/person-links';
import type { PersonPort } from './person-port';

/**
 * Everything that is one person with an account: accounts and workers that share an identity or telephone number, or a worker,
 * directly or through each other. Bounded; `isEndless` where the bound was met before the links ended.
 */
export async function personOf(
  db: Queryable,
  port: Pick<PersonPort, 'workersLike'>,
  accountId: number,
): Promise<{ readonly links: PersonLinks; readonly isEndless: boolean }> {
  let links = linksOfAccount(accountId);
  for (let round = 0; round < personRoundsMax; round += 1) {
    const before = sizeOf(links);
    links = withRows(links, await accountsLike(db, links));
    links = withRows(links, await port.workersLike(db, questionOf(links)));
    if (sizeOf(links) > personNodesMax) return { links, isEndless: true };
    if (sizeOf(links) === before) return { links, isEndless: false };
  }
  return { links, isEndless: true };
}

export type Sameness = 'other' | 'same' | 'unknown';

/** Whether two accounts belong to one person; `unknown` where nothing tells who stands behind one of them. */
export async function samePerson(
  db: Queryable,
  port: Pick<PersonPort, 'workersLike'>,
  one: number,
  other: number,
): Promise<Sameness> {
  const first = await personOf(db, port, one);
  if (first.isEndless || first.links.accounts.has(other)) return 'same';
  const second = await personOf(db, port, other);
  return isKnownPerson(first.links) && isKnownPerson(second.links) ? 'other' : 'unknown';
}

function accountsLike(db: Queryable, links: PersonLinks): Promise<PersonRow[]> {
  const { accounts, workers, identityKeys, phoneKeys } = questionsOf(links);
  return db.query<PersonRow>(
    `SELECT u.id AS "accountId", u.worker_id AS "workerId", h.identity_key AS "identityKey", h.phone_key AS "phoneKey"
       FROM public.up_users u LEFT JOIN access.holders h ON h.account_id = u.id
      WHERE u.id = ANY ($1::int[]) OR u.worker_id = ANY ($2::int[])
         OR u.id IN (SELECT account_id FROM access.holders WHERE identity_key = ANY ($3::text[]) OR phone_key = ANY ($4::text[]))
      LIMIT $5`,
    [accounts, workers, identityKeys, phoneKeys, personNodesMax + 1],
  );
}

function questionsOf({ accounts, workers, identityKeys, phoneKeys }: PersonLinks) {
  return {
    accounts: [...accounts],
    workers: [...workers],
    identityKeys: [...identityKeys],
    phoneKeys: [...phoneKeys],
  };
}

function questionOf(links: PersonLinks) {
  const { workers, identityKeys, phoneKeys } = questionsOf(links);
  return { workers, identityKeys, phoneKeys, limit: personNodesMax + 1 };
}
