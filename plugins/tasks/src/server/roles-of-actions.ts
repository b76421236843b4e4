import type { Role } from '@linggong/config/access';
import { problem, type Lifecycle } from '@linggong/core/domain';

/**
 * The matrix opens a lifecycle to a role as a whole; the lifecycle's own table says which of its actions are that role's.
 * @throws Problem 403 `action-not-yours`
 */
export function demandRole<A extends string>(lifecycle: Lifecycle<string, A, Role>, role: Role, action: A): void {
  const { by } = lifecycle.transitions[action];
  if (by !== 'system' && by.includes(role)) return;
  throw problem(403, 'action-not-yours', {
    zh: `该操作不属于您的角色：${action}`,
    en: `This action is not one of your role: ${action}`,
  });
}
