import type { Queryable } from '@linggong/core';
import { personEnd, type PersonEnd, type PersonFact } from '../../domain/person-end';
import type { PersonKeepers } from './person-keepers';

/** For each of the people when the last of the terms ends that hold him, by everybody who keeps something of them. */
export async function countTerms(
  db: Queryable,
  keepers: PersonKeepers,
  workerIds: readonly number[],
  at: Date,
): Promise<Map<number, PersonEnd>> {
  const facts = new Map<number, PersonFact[]>(workerIds.map((id) => [id, []]));
  for (const [, { holds }] of keepers.all()) {
    for (const fact of (await holds?.(db, workerIds)) ?? []) facts.get(fact.workerId)?.push(fact);
  }
  return new Map([...facts].map(([id, held]) => [id, personEnd(held, at)]));
}
