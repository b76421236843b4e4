import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { RegistrationFault } from '../../domain';
import type { Ports, ScreenedPerson } from '../ports';
import type { SealedWorker } from './seal-worker';

/** By what somebody may be listed, as a registration has it. */
export function screenedOf({ identity, phone, card, address }: SealedWorker): ScreenedPerson {
  return {
    identityBlind: identity.blind,
    phoneBlind: phone.blind,
    cardBlind: card?.card.blind,
    addressBlind: address?.blind,
  };
}

/** Asks the plugins above who of these people is not to be registered (准入名单筛查): a fault for each who is not. */
export async function screenPeople(
  { peopleScreens }: Pick<Ports, 'peopleScreens'>,
  db: Queryable,
  people: readonly ScreenedPerson[],
  day: Day,
): Promise<(RegistrationFault | undefined)[]> {
  const answers = await Promise.all(peopleScreens.map((screen) => screen(db, people, day)));
  return people.map((_, index) => {
    const refusal = answers.map((answer) => answer[index]).find((one) => one !== undefined);
    return refusal && { ...refusal, code: 'listed' };
  });
}
