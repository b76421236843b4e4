import { hiddenFields, outsideRoles, type Role } from '@linggong/config/access';
import { withoutFields } from '@linggong/core/domain';
import { mayRead } from './reader';
import type { Stories } from './stories';

/** What of an entry may say more than its reader sees of the object itself. */
interface Telling {
  readonly reason?: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Leaves entries about legal holds (保全) out, as SQL over `a`: they are told to those who may list holds, and to nobody whom one stands on.
 * By action and not by subject, because entries of before this rule have the held object itself as their subject.
 */
export function withoutHolds(role: Role): string {
  return mayRead(role, 'legal-hold') ? '' : `AND a.action NOT LIKE 'legal-hold.%'`;
}

/**
 * An entry as a role is told it (字段脱除): the states without the fields of the object that the role does not see, and no reason where the
 * house's own words stay in the house – for everybody from outside, and where the mask hides reasons of that object.
 */
export function discreet<E extends Telling>(stories: Stories, role: Role, kind: string, entry: E): E {
  const hidden = hiddenFields(role, resourceOf(stories, kind));
  const before = withoutFields(entry.before, hidden);
  const after = withoutFields(entry.after, hidden);
  const isQuiet = isOutside(role) || hidden.has('reason') || hidden.has('stateReason');
  return { ...entry, before, after, ...(entry.reason !== undefined && isQuiet && { reason: null }) };
}

function resourceOf(stories: Stories, kind: string): string {
  const related = stories.all().relations.find((relation) => relation.kind === kind);
  return stories.kind(kind)?.resource ?? related?.resource ?? kind;
}

function isOutside(role: Role): boolean {
  return outsideRoles.some((outside) => outside === role);
}
