import { problem, type Problem } from '@linggong/core/domain';
import type { Account } from '../http/account';
import type { Route } from '../http/route';

/** What somebody has to do before his role counts. */
export type SetUpStep = 'password-change' | 'second-factor';

/** The steps that are left, in their order. */
export function setUpOf(account: Pick<Account, 'mustChangePassword' | 'mustPassSecondFactor'>): SetUpStep[] {
  return [
    ...(account.mustChangePassword ? (['password-change'] as const) : []),
    ...(account.mustPassSecondFactor ? (['second-factor'] as const) : []),
  ];
}

/**
 * A first or an old password, or a role that works with a second factor only and has not passed it, opens one's own account and the way
 * out, and nothing else. @throws Problem 403 `password-change-required`, `second-factor-required`
 */
export function demandSetUp(account: Account, route: Pick<Route, 'resource'>): void {
  if (route.resource.startsWith('own-')) return;
  const [step] = setUpOf(account);
  if (step !== undefined) throw refusals[step]();
}

/** Places outside of the API (Strapi's panel, the board of queues) open only for who passed the second factor, whatever his role. */
export function mayOpenPlaces(account: Pick<Account, 'mustChangePassword' | 'secondFactorAt'>): boolean {
  return account.mustChangePassword !== true && account.secondFactorAt !== undefined;
}

const refusals: Readonly<Record<SetUpStep, () => Problem>> = {
  'password-change': () =>
    problem(
      403,
      'password-change-required',
      { zh: '请先修改密码', en: 'Change your password first' },
      { fix: { zh: '在“修改密码”页设置自己的密码', en: 'Set your own password on the page “Change password”' } },
    ),
  'second-factor': () =>
    problem(
      403,
      'second-factor-required',
      { zh: '您的角色须先通过双因素验证', en: 'Your role works with a second factor only' },
      {
        fix: {
          zh: '请在“登录安全”页绑定动态口令或输入验证码',
          en: 'Set it up, or give its code, on the page “Sign-in security”',
        },
      },
    ),
};
