/** What is known of one person: accounts, rows of the register of workers, and hashes of identity and telephone numbers. */
export interface PersonLinks {
  readonly accounts: ReadonlySet<number>;
  readonly workers: ReadonlySet<number>;
  readonly identityKeys: ReadonlySet<string>;
  readonly phoneKeys: ReadonlySet<string>;
}

/** One account or worker, with what ties it to a person. */
export interface PersonRow {
  readonly accountId?: number | null;
  readonly workerId?: number | null;
  readonly identityKey?: string | null;
  readonly phoneKey?: string | null;
}

/** More than a person has: beyond it the links are held for a mistake, and everybody in them for one person. */
export const personNodesMax = 100;

/** Each round follows every link by one step; a chain of more accounts than this is held for one person, too. */
export const personRoundsMax = 6;

export function linksOfAccount(accountId: number): PersonLinks {
  return { accounts: new Set([accountId]), workers: new Set(), identityKeys: new Set(), phoneKeys: new Set() };
}

/** The links with those of further rows. Rows that the links led to are theirs, since they share a key with them. */
export function withRows(links: PersonLinks, rows: readonly PersonRow[]): PersonLinks {
  const joined = <T>(known: ReadonlySet<T>, found: readonly (T | null | undefined)[]): ReadonlySet<T> =>
    new Set([...known, ...found.filter((item): item is T => item !== null && item !== undefined)]);
  return {
    accounts: joined(
      links.accounts,
      rows.map(({ accountId }) => accountId),
    ),
    workers: joined(
      links.workers,
      rows.map(({ workerId }) => workerId),
    ),
    identityKeys: joined(
      links.identityKeys,
      rows.map(({ identityKey }) => identityKey),
    ),
    phoneKeys: joined(
      links.phoneKeys,
      rows.map(({ phoneKey }) => phoneKey),
    ),
  };
}

export function sizeOf({ accounts, workers, identityKeys, phoneKeys }: PersonLinks): number {
  return accounts.size + workers.size + identityKeys.size + phoneKeys.size;
}

/** Whether anything ties an account to a person: without, nobody can tell whose second account it is. */
export function isKnownPerson({ workers, identityKeys, phoneKeys }: PersonLinks): boolean {
  return workers.size + identityKeys.size + phoneKeys.size > 0;
}
