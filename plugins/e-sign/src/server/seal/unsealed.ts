import type { Queryable } from '@linggong/core';

/** Signed contracts that have no sealed document (未封存合同). */
export interface Unsealed {
  readonly waiting: number;
  /** Among them those that could not be sealed, and will be tried again. */
  readonly faulty: number;
}

/** After each fault a document waits twice as long: one minute first, a day at most. */
const isDue = `(d.tried_at IS NULL OR d.tried_at + least(interval '1 minute' * 2 ^ least(d.attempts, 11), interval '1 day') <= $1)`;

const unsealed = `public.contracts c LEFT JOIN e_sign.documents d ON d.contract_id = c.id
  WHERE c.signed_at IS NOT NULL AND d.state IS DISTINCT FROM 'sealed'`;

/** The next of them that are due, oldest signature first; `only` looks among these ids. */
export async function dueContracts(
  db: Queryable,
  at: Date,
  limit: number,
  only?: readonly number[],
): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT c.id FROM ${unsealed} AND ${isDue} AND ($3::int[] IS NULL OR c.id = ANY($3)) ORDER BY c.id LIMIT $2`,
    [at, limit, only ?? null],
  );
  return rows.map(({ id }) => id);
}

/** Those of them that are signed and not sealed, due or not. */
export async function unsealedAmong(db: Queryable, contractIds: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(`SELECT c.id FROM ${unsealed} AND c.id = ANY($1::int[]) ORDER BY c.id`, [
    contractIds,
  ]);
  return rows.map(({ id }) => id);
}

export async function countUnsealed(db: Queryable): Promise<Unsealed> {
  return db.one<Unsealed>(`SELECT count(*)::int AS waiting, count(d.fault)::int AS faulty FROM ${unsealed}`);
}

export interface SealFault {
  readonly contractId: number;
  /** A code; characters by their code points. */
  readonly fault: string;
  readonly attempts: number;
  readonly triedAt: Date;
}

/** The latest that could not be sealed, with the reason. */
export async function faultsOf(db: Queryable): Promise<SealFault[]> {
  return db.query<SealFault>(
    `SELECT contract_id AS "contractId", fault, attempts, tried_at AS "triedAt" FROM e_sign.documents
     WHERE fault IS NOT NULL AND state <> 'sealed' ORDER BY tried_at DESC LIMIT 20`,
  );
}
