import type { Role } from '@linggong/config/access';
import type { Actor } from '@linggong/core';

export type Locale = 'zh' | 'en';

/** The signed-in account (账号) of a request. It carries no personal data: a person is known by role and number. */
export interface Account {
  readonly id: number;
  readonly role: Role;
  /** Business name such as `finance-officer#3`, used in audit rows and logs. */
  readonly name: string;
  /** The enterprise whose rows an `enterprise` account may touch. */
  readonly enterpriseId?: number;
  /** The worker whose rows a `worker` account may touch. */
  readonly workerId?: number;
  readonly sessionId: string;
  /** The password is a first one or too old: nothing but its change is open. */
  readonly mustChangePassword?: true;
  /** It is too old, and not a first one. */
  readonly passwordExpired?: true;
  /** The role works with a second factor only and this session passed none: nothing but one's own account is open. */
  readonly mustPassSecondFactor?: true;
  /** When this session passed the second factor (双因素); undefined where it did not. */
  readonly secondFactorAt?: Date;
  readonly locale: Locale;
}

/** The account as the actor of commands. */
export function actorOf(account: Account): Actor {
  return {
    kind: 'account',
    name: account.name,
    role: account.role,
    accountId: account.id,
    ...(account.enterpriseId === undefined ? {} : { enterpriseId: account.enterpriseId }),
    ...(account.workerId === undefined ? {} : { workerId: account.workerId }),
  };
}
