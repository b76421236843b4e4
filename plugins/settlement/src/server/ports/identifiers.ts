import type { Day } from '@linggong/core/domain';
import { normaliseName } from '@linggong/parties/domain';
import { checkIdentifier, type ReasonCode } from '@linggong/real-name/domain';
import type { IdentifierChecks, IdentityVerdict } from '../../domain';

/** Documents of persons, in the order in which a number is tried; their forms do not overlap. */
const personKinds = ['resident-id', 'hmt-residence-permit', 'foreign-pr-card'] as const;

/** Cards and phones carry no date, so no day is looked at. */
const NO_DAY = '';

/** The algorithms of real-name as settlement's domain asks for them. */
export const identifierChecks: IdentifierChecks = {
  name: normaliseName,
  identity: checkPerson,
  card: (value) => checkIdentifier('bank-card', value, NO_DAY),
  phone: (value) => checkIdentifier('mobile', value, NO_DAY),
};

function checkPerson(value: string, today: Day): IdentityVerdict {
  const refusals: { normalised: string; reason: ReasonCode }[] = [];
  for (const kind of personKinds) {
    const verdict = checkIdentifier(kind, value, today);
    if (verdict.valid) return { valid: true, normalised: verdict.normalised, age: verdict.age };
    refusals.push(verdict);
  }
  // The kind that got furthest says what is wrong: a check digit or birthday of one kind beats the form of another.
  const telling = refusals.find(({ reason }) => kindOf(reason) !== 'format') ?? refusals[0];
  return { valid: false, normalised: telling?.normalised ?? value, reason: kindOf(telling?.reason ?? 'characters') };
}

function kindOf(reason: ReasonCode): 'format' | 'check-digit' | 'birthday' {
  if (reason === 'check-digit') return 'check-digit';
  return reason === 'birth-date' || reason === 'birth-in-future' ? 'birthday' : 'format';
}
