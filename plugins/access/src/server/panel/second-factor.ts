import type { Account } from '../http/account';

/** Whether the session of an account passed the second factor (双因素), without which the panel stays closed. */
export type SecondFactorCheck = (session: Pick<Account, 'id' | 'sessionId'>) => Promise<boolean>;

/** The console has no second factor yet; the check of the one to come takes this place, and nothing else changes. */
export const noSecondFactorYet: SecondFactorCheck = () => Promise.resolve(true);
