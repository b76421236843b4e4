import { blockerOf } from './blocker-text';
import type { Blocker, BlockerCode } from './blockers';

/**
 * How exactly somebody reads reasons. `exact`: staff, and the log. `told`: an enterprise, which learns of people whom it has
 * engaged or who have signed with it, and of its own tasks and figures; what stands or lies elsewhere it is not told.
 */
export type Sight = 'exact' | 'told';

/** Reasons that say something of a person: of one whom the enterprise never engaged they are all told as one. */
export const personCodes = [
  'worker-unknown',
  'worker-name-mismatch',
  'worker-inactive',
  'real-name-unverified',
  'card-unregistered',
  'card-not-own',
  'card-holder-mismatch',
  'card-unverified',
  'engagement-missing',
  'contract-missing',
  'contract-party-mismatch',
  'tax-authorization-missing',
  'payee-denied',
] as const satisfies readonly BlockerCode[];

export const STRANGER: BlockerCode = 'worker-not-engaged';

/** Reasons that would tell of what is another's, and the one that is told in their place whoever the person is. */
export const toldAs = {
  'task-other-enterprise': 'task-unknown',
  'card-not-own': 'card-unregistered',
  'limit-worker-month': 'risk-hold',
  'limit-worker': 'risk-hold',
  'payee-watched': 'risk-hold',
} as const satisfies Partial<Record<BlockerCode, BlockerCode>>;

/** Which rule held a payment may tell what others paid the person; told is that somebody looks at it. */
const neutral = {
  reasons: '须由平台复核后发放，无需更正',
  reasonsEn: 'The platform looks at it before it is paid; nothing is to be corrected',
};

/** The reasons of a line as an enterprise reads them: the same ones whether or not what it names exists elsewhere. */
export function toldBlockers(blockers: readonly Blocker[], isStranger: boolean): Blocker[] {
  const told = new Map<BlockerCode, Blocker>();
  for (const { code, params } of blockers) {
    const as = toldCode(code, isStranger);
    if (as !== STRANGER) told.set(as, blockerOf(as, as === 'risk-hold' ? neutral : params));
  }
  if (isStranger) told.set(STRANGER, blockerOf(STRANGER));
  return [...told.values()];
}

function toldCode(code: BlockerCode, isStranger: boolean): BlockerCode {
  if (isStranger && (personCodes as readonly BlockerCode[]).includes(code)) return STRANGER;
  return (toldAs as Partial<Record<BlockerCode, BlockerCode>>)[code] ?? code;
}
