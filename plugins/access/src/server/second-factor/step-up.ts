import { ruleFor, signInPolicy } from '@linggong/config/access';
import type { Account } from '../http/account';
import type { Route } from '../http/route';
import { demandFreshFactor } from './enrol';
import { factorUnset } from './factor-problems';

/**
 * The most dangerous acts (`stepUp` of the matrix) take a second factor that was given just now, at the asking already: whoever finds a
 * screen open asks for none of them, and leaves no request that a tired decider lets pass.
 * @throws Problem 403 `second-factor-stale`, `second-factor-unset` where the account has none yet
 */
export function demandStepUp(route: Route, account: Account | undefined, at: Date): void {
  if (!account || route.method === 'GET' || !ruleFor(route.resource, route.action)?.stepUp) return;
  if (account.secondFactorAt === undefined) throw factorUnset();
  demandFreshFactor(account, at, signInPolicy.stepUpMinutes);
}
