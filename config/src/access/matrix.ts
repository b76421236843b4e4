import { rules as access } from './access.matrix';
import { rules as approval } from './approval.matrix';
import { rules as audit } from './audit.matrix';
import { rules as billing } from './billing.matrix';
import { rules as channels } from './channels.matrix';
import { rules as continuity } from './continuity.matrix';
import { rules as eSign } from './e-sign.matrix';
import { elevationOffersOf, isClearOffered, withElevations, type ElevationOffer } from './elevation';
import { rules as jobs } from './jobs.matrix';
import { rules as ledger } from './ledger.matrix';
import { rules as parties } from './parties.matrix';
import { rules as realName } from './real-name.matrix';
import { rules as risk } from './risk.matrix';
import { rules as riskCases } from './risk-cases.matrix';
import { rules as riskRatings } from './risk-ratings.matrix';
import { rules as riskReviews } from './risk-reviews.matrix';
import type { Role } from './roles';
import { decidersOf, type Reach, type Rule } from './rule';
import { rules as settlement } from './settlement.matrix';
import { rules as signIn } from './sign-in.matrix';
import { rules as studio } from './studio.matrix';
import { rules as tasks } from './tasks.matrix';
import { rules as tax } from './tax.matrix';
import { rules as vault } from './vault.matrix';

/** Lists that no file is made of: they have a page of their own, not a list of the console. */
const withoutExport = ['data-key', 'guide', 'identity-provider', 'notice', 'own-session', 'schedule'];

/** Who sees a list may take the rows that he sees with him; that he did is written down. */
function withExports(rules: readonly Rule[]): Rule[] {
  const lists = rules.filter(({ resource, action }) => action === 'list' && !withoutExport.includes(resource));
  return [...rules, ...lists.map(({ resource, roles }) => ({ resource, action: 'export', roles }))];
}

/**
 * The permission matrix (权限矩阵): the only source of who may do what. Each plugin keeps its lines in its own file, so
 * that a capability and the right to use it are reviewed together.
 */
export const matrix: readonly Rule[] = withElevations(
  withExports([
    ...jobs,
    ...audit,
    ...vault,
    ...access,
    ...approval,
    ...signIn,
    ...studio,
    ...parties,
    ...realName,
    ...eSign,
    ...tasks,
    ...ledger,
    ...channels,
    ...tax,
    ...billing,
    ...risk,
    ...riskCases,
    ...riskRatings,
    ...riskReviews,
    ...settlement,
    ...continuity,
  ]),
);

const ruleByKey = new Map(matrix.map((rule) => [keyOf(rule.resource, rule.action), rule]));

function keyOf(resource: string, action: string): string {
  return `${resource}:${action}`;
}

/** The line for an action, or undefined where the matrix does not know it: nobody may then. */
export function ruleFor(resource: string, action: string): Rule | undefined {
  return ruleByKey.get(keyOf(resource, action));
}

/** How far a role may do an action, or undefined where it may not. */
export function reachOf(role: Role, resource: string, action: string): Reach | undefined {
  return ruleFor(resource, action)?.roles[role];
}

/** What a role may do at all: resource -> action -> reach. The console shows its buttons by it. */
export function permissionsOf(role: Role): Record<string, Record<string, Reach>> {
  const permissions: Record<string, Record<string, Reach>> = {};
  for (const rule of matrix) {
    const reach = rule.roles[role];
    if (reach) (permissions[rule.resource] ??= {})[rule.action] = reach;
  }
  return permissions;
}

/** What a role may ask an elevation for (提权), a resource each. */
export function elevationOffers(role: Role): ElevationOffer[] {
  return elevationOffersOf(matrix, role);
}

/** Whether a role may ask to see fields of a resource in clear for a while (提权查看明文). */
export function offersClear(role: Role, resource: string): boolean {
  return isClearOffered(matrix, role, resource);
}

/**
 * Whether who grants elevations is one of those who decide about a marked action, or about the part of it that is named: his word for
 * a while then stands for his word each time.
 */
export function grantorDecides(resource: string, action: string, aspect?: string): boolean {
  const [asked, marked] = [ruleFor('elevation', 'ask')?.approval, ruleFor(resource, action)?.approval];
  if (!asked || !marked?.unless?.includes('elevated')) return false;
  return decidersOf(marked, aspect).some((role) => asked.by.includes(role));
}
