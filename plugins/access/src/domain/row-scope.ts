/**
 * Which rows of a resource a caller may see or change (行级范围). Handlers and lists turn it into SQL; what lies outside
 * of it is answered as "not found", so that nobody learns that it exists.
 */
export type RowScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'enterprise'; readonly enterpriseId: number }
  | { readonly kind: 'worker'; readonly workerId: number }
  | { readonly kind: 'account'; readonly accountId: number };

export interface ScopeOwner {
  readonly id: number;
  readonly enterpriseId?: number;
  readonly workerId?: number;
}

/**
 * The scope that a reach of the matrix gives to an account: own means its enterprise, else its worker, else itself. A queue is
 * the account's: which rows wait for it, and which it decided, the resource knows.
 */
export function rowScope(reach: 'all' | 'own' | 'queue', owner: ScopeOwner): RowScope {
  if (reach === 'all') return { kind: 'all' };
  if (reach === 'queue') return { kind: 'account', accountId: owner.id };
  if (owner.enterpriseId !== undefined) return { kind: 'enterprise', enterpriseId: owner.enterpriseId };
  if (owner.workerId !== undefined) return { kind: 'worker', workerId: owner.workerId };
  return { kind: 'account', accountId: owner.id };
}

/** What a row belongs to, as far as the resource knows it. */
export interface RowOwners {
  readonly enterpriseId?: number | null;
  readonly workerId?: number | null;
  readonly accountId?: number | null;
}

/** True where a row lies inside of a scope. A scope over a column that the resource does not have covers nothing. */
export function covers(scope: RowScope, row: RowOwners): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'enterprise':
      return row.enterpriseId === scope.enterpriseId;
    case 'worker':
      return row.workerId === scope.workerId;
    case 'account':
      return row.accountId === scope.accountId;
  }
}
