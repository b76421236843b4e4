import { staffRoles, type Role } from './roles';
import type { Rule } from './rule';

/** Longest elevation in hours: what takes longer is not for a while, it is another role. */
export const elevationHoursMax = 72;

/** What somebody of the platform may be let look at for a while (提权), where his role does not reach. */
const lookable: ReadonlySet<string> = new Set([
  'bank-card',
  'contract',
  'engagement',
  'enterprise',
  'order',
  'payout',
  'real-name-check',
  'settlement-batch',
  'settlement-line',
  'task',
  'tax-record',
  'worker',
]);

/** An elevation opens what is looked at, and nothing that changes or carries away. */
const looking: ReadonlySet<string> = new Set(['list', 'read']);

/** The action by which fields are seen in clear, without a second person for each value. It is asked for by its name. */
export const clearLook = 'unmask';

/** Whose fields may be seen in clear under an elevation: not cards, about which finance decides and not who grants elevations. */
const clearable: ReadonlySet<string> = new Set(['enterprise', 'worker']);

/** Whether a role may be let see fields of a resource in clear for a while: it may unmask them with a second person each. */
export function isClearOffered(rules: readonly Rule[], role: Role, resource: string): boolean {
  const unmask = rules.find((rule) => rule.resource === 'sensitive-field' && rule.action === 'unmask');
  return clearable.has(resource) && unmask?.roles[role] === 'all';
}

/** Whose rows an elevation opens: everybody's, those of one enterprise, or those of one worker. */
export type ElevationReach = 'all' | 'enterprise' | 'worker';

/** Who leads the platform's people grants elevations and needs none. */
const grantors: readonly Role[] = ['institution-manager'];

/** Marks the reading lines of the business for those people of the platform whom they do not name. */
export function withElevations(rules: readonly Rule[]): Rule[] {
  return rules.map((rule) => {
    if (!lookable.has(rule.resource) || !looking.has(rule.action)) return rule;
    const roles = staffRoles.filter((role) => rule.roles[role] === undefined && !grantors.includes(role));
    return roles.length === 0 ? rule : { ...rule, elevation: { roles } };
  });
}

/** A resource knows the rows of an enterprise or of a worker where it gives these their own. */
export function elevationReachesOf({ roles }: Pick<Rule, 'roles'>): ElevationReach[] {
  return [
    'all',
    ...(roles.enterprise === 'own' ? (['enterprise'] as const) : []),
    ...(roles.worker === 'own' ? (['worker'] as const) : []),
  ];
}

/** What a role may be let look at. */
export interface ElevationOffer {
  readonly resource: string;
  readonly actions: readonly string[];
  readonly reaches: readonly ElevationReach[];
}

/** Everything of a matrix that a role may ask an elevation for, a resource each; a reach counts where every action has it. */
export function elevationOffersOf(rules: readonly Rule[], role: Role): ElevationOffer[] {
  const offers = new Map<string, ElevationOffer>();
  for (const rule of rules) {
    const isRead = rule.action === 'read' && isClearOffered(rules, role, rule.resource);
    const actions = [...(rule.elevation?.roles.includes(role) ? [rule.action] : []), ...(isRead ? [clearLook] : [])];
    if (actions.length === 0) continue;
    const known = offers.get(rule.resource);
    const reaches = elevationReachesOf(rule);
    offers.set(rule.resource, {
      resource: rule.resource,
      actions: [...(known?.actions ?? []), ...actions],
      reaches: known ? known.reaches.filter((reach) => reaches.includes(reach)) : reaches,
    });
  }
  return [...offers.values()];
}
