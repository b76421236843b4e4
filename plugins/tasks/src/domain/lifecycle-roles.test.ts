import { ruleFor } from '@linggong/config/access';
import { engagementActionsByPeople, engagementLifecycle, taskActions, taskLifecycle } from './index';

/** The matrix alone says who may; what the lifecycles tell readers must be the same. */
it.each([
  ...taskActions.map((action) => ['task', action, taskLifecycle.transitions[action].by] as const),
  ...engagementActionsByPeople.map(
    (action) => ['engagement', action, engagementLifecycle.transitions[action].by] as const,
  ),
])('%s %s is told as the matrix gives it', (resource, action, by) => {
  const roles = Object.keys(ruleFor(resource, action)?.roles ?? {});
  expect([...(by === 'system' ? [] : by)].sort()).toEqual(roles.sort());
});
