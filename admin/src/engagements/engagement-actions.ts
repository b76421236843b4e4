import {
  engagementActionsByPeople,
  engagementActionsWithReason,
  engagementLifecycle,
  type EngagementActionByPeople,
} from '@linggong/tasks/domain';

/** What ends an engagement is red on its sheet, and never the usual next step. */
export function ends(action: EngagementActionByPeople): boolean {
  return action === 'cancel' || action === 'decline' || action === 'withdraw';
}

/** Whether the sheet asks why; the other side reads it. */
export function reasonOf(action: EngagementActionByPeople): 'none' | 'required' {
  return action === 'cancel' || engagementActionsWithReason.has(action) ? 'required' : 'none';
}

/** Whether the person may do an action to engagements. */
type May = (action: EngagementActionByPeople) => boolean;

/** What a person may ask for at all; the state of each row decides the rest, on the server. */
export function actionsOf(may: May): EngagementActionByPeople[] {
  return engagementActionsByPeople.filter(may);
}

/** What may be done with all of the selected rows at once; the states are those that the page knows. */
export function actionsForAll(may: May, states: readonly string[]): EngagementActionByPeople[] {
  return actionsOf(may).filter((action) => states.every((state) => actionsFor(may, state).includes(action)));
}

/** What may be done with one engagement now, by this person. */
export function actionsFor(may: May, state: string): EngagementActionByPeople[] {
  return actionsOf(may).filter((action) => engagementLifecycle.transitions[action].from.some((from) => from === state));
}
