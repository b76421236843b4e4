import { engagementActionsByPeople, engagementLifecycle, type EngagementActionByPeople } from '@linggong/tasks/domain';
import type { Role } from '@linggong/config/roles';

/** What a role may ask for at all; the state of each row decides the rest, on the server. */
export function actionsForRole(role: Role): EngagementActionByPeople[] {
  return engagementActionsByPeople.filter((action) => {
    const { by } = engagementLifecycle.transitions[action];
    return by !== 'system' && by.includes(role);
  });
}

/** What may be done with all of the selected rows at once; the states are those that the page knows. */
export function actionsForAll(role: Role, states: readonly string[]): EngagementActionByPeople[] {
  return actionsForRole(role).filter((action) => states.every((state) => actionsFor(role, state).includes(action)));
}

/** What may be done with one engagement now, by this role. */
export function actionsFor(role: Role, state: string): EngagementActionByPeople[] {
  return actionsForRole(role).filter((action) =>
    engagementLifecycle.transitions[action].from.some((from) => from === state),
  );
}
