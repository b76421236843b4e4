import type { Role } from '@linggong/config/roles';

/** A row of `/api/console/accounts`. */
export type AccountRow = {
  id: number;
  identifier: string;
  role: Role;
  enterpriseId: number | null;
  workerId: number | null;
  /** Business number of the enterprise or the worker. */
  partyNumber: string | null;
  blocked: boolean;
  /** Its holder has not set a password of his own. */
  awaitsSetUp: boolean;
  /** Whether others have looked at who stands behind it; null where nobody said. */
  holderConfirmed: boolean | null;
  secondFactor: boolean;
  passwordChangedAt: string | null;
  lastSeenAt: string | null;
  /** When it is blocked for want of use; null where it is not. */
  blocksAt: string | null;
  /** A new password was asked for, and no code could be sent. */
  resetAskedAt: string | null;
  createdAt: string;
};

export type SignInState = 'active' | 'first' | 'ending' | 'blocked';

/** `signInPolicy.unusedNoticeDays`, which a test compares: the policy itself is no part of the console. */
export const noticeDays = 7;

/** So long before it is blocked for want of use, the list says so. */
export function noticeUntil(now: Date): string {
  return new Date(now.getTime() + noticeDays * 86_400_000).toISOString();
}

/** May the account sign in, for how long yet, and has its holder made the password his own? */
export function signInState({ blocked, awaitsSetUp, blocksAt }: AccountRow, now = new Date()): SignInState {
  if (blocked) return 'blocked';
  if (blocksAt !== null && Date.parse(blocksAt) <= Date.parse(noticeUntil(now))) return 'ending';
  return awaitsSetUp ? 'first' : 'active';
}

/** Who stands behind it: nobody said, he said so himself, or others have looked at it. */
export function holderState({ holderConfirmed }: Pick<AccountRow, 'holderConfirmed'>): 'none' | 'told' | 'confirmed' {
  if (holderConfirmed === null) return 'none';
  return holderConfirmed ? 'confirmed' : 'told';
}
