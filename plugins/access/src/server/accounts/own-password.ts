import { problem } from '@linggong/core/domain';
import type { Account } from '../http/account';
import type { Route } from '../http/route';

/** A first password opens one's own account and the way out, and nothing else, until it is changed. */
export function demandOwnPassword(account: Account, route: Pick<Route, 'resource'>): void {
  if (account.mustChangePassword !== true || route.resource.startsWith('own-')) return;
  throw problem(
    403,
    'password-change-required',
    { zh: '请先修改初始密码', en: 'Change the first password first' },
    { fix: { zh: '在“修改密码”页设置自己的密码', en: 'Set your own password on the page “Change password”' } },
  );
}
