import type { Role } from '@linggong/config/roles';

/** A row of `/api/console/accounts`. */
export type AccountRow = {
  id: number;
  identifier: string;
  role: Role;
  enterpriseId: number | null;
  workerId: number | null;
  blocked: boolean;
  mustChangePassword: boolean;
  secondFactor: boolean;
  passwordChangedAt: string | null;
  lastSeenAt: string | null;
  createdAt: string;
};

export type SignInState = 'active' | 'first' | 'blocked';

/** May the account sign in, and has its holder made the password his own? */
export function signInState({ blocked, mustChangePassword }: AccountRow): SignInState {
  if (blocked) return 'blocked';
  return mustChangePassword ? 'first' : 'active';
}

/** The first password in an answer; absent where a request was repeated, since it is kept nowhere. */
export function initialPasswordOf(answer: unknown): string | undefined {
  const found = typeof answer === 'object' && answer !== null && 'initialPassword' in answer;
  return found && typeof answer.initialPassword === 'string' ? answer.initialPassword : undefined;
}
