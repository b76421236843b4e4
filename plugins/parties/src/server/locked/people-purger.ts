import type { Command, Queryable, Tx } from '@linggong/core';
import { erasePeople, PEOPLE_TOGETHER, type EndedPerson, type PersonKeepers, type Purger } from '@linggong/vault';
import { noteTerms } from './locks';

/** Counting reads the books of everybody who is asked about: so many rounds a run, and who was counted longest ago comes first. */
const ROUNDS_MAX = 4;
const CANDIDATES = 250;

// Whose end was not known when it was last counted, or has come.
const NEXT = `
SELECT worker_id AS id FROM parties.locked_people
WHERE erased_at IS NULL AND (keeps_until IS NULL OR keeps_until <= $1) AND (counted_at IS NULL OR counted_at < $1)
ORDER BY counted_at NULLS FIRST, worker_id LIMIT ${CANDIDATES}`;

// Counted by this run or later: what was kept at their leaving is not what happened since.
const DUE = `
SELECT worker_id AS id FROM parties.locked_people
WHERE erased_at IS NULL AND worker_id > $1 AND keeps_until <= $2 AND counted_at >= $2
ORDER BY worker_id LIMIT $3`;

const ENDED = `
SELECT l.worker_id AS "workerId", w.identity_blind AS subject, w.number, l.locked_at AS "lockedAt", l.terms
FROM parties.locked_people l JOIN public.workers w ON w.id = l.worker_id
WHERE l.worker_id = ANY ($1::int[]) AND l.erased_at IS NULL AND l.keeps_until <= $2 ORDER BY l.worker_id FOR UPDATE OF l`;

/** Counts anew, outside of the lock that holds are set under. */
async function countNext(tx: Tx, keepers: PersonKeepers, before: Date): Promise<number> {
  const ids = (await tx.query<{ id: number }>(NEXT, [before])).map(({ id }) => id);
  await noteTerms(tx, keepers, ids, before);
  return ids.length;
}

/** What a legal hold on keeps each of the people: he himself, and what of his contracts, batches, enterprises and files is held. */
async function subjectsOf(
  db: Queryable,
  keepers: PersonKeepers,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const subjects = new Map(ids.map((id) => [id, [`worker:${id}`]]));
  if (ids.length === 0) return subjects;
  for (const [, { heldWith }] of keepers.all()) {
    for (const { workerId, subject } of (await heldWith?.(db, ids)) ?? []) subjects.get(workerId)?.push(subject);
  }
  return subjects;
}

/** The workers first, then their locks, as somebody does who returns: the other way the two would wait for each other. */
async function lockEnded(tx: Tx, { at }: Command, ids: readonly number[]): Promise<EndedPerson[]> {
  await tx.query('SELECT FROM public.workers WHERE id = ANY ($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  return tx.query<EndedPerson>(ENDED, [ids, at]);
}

/**
 * People who have left and whom no term holds any more. Their ends are counted anew before anybody goes: what was kept at their leaving is not
 * what happened since. A legal hold on somebody, or on what he stands in, keeps him.
 */
export const peoplePurger = (keepers: PersonKeepers): Purger => ({
  together: PEOPLE_TOGETHER,
  prepare: async (db, before) => {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      if ((await db.transaction((tx) => countNext(tx, keepers, before))) < CANDIDATES) break;
    }
  },
  due: async (db, { before, after, limit }) => {
    const due = await db.query<{ id: number }>(DUE, [Number(after || '0'), before, limit]);
    const ids = due.map(({ id }) => id);
    const subjects = await subjectsOf(db, keepers, ids);
    return ids.map((id) => ({ id: String(id), fileIds: [], subjects: subjects.get(id) ?? [] }));
  },
  purge: async (tx, command, ids) => {
    const people = await lockEnded(tx, command, ids.map(Number));
    if (people.length > 0) await erasePeople(tx, keepers, command, 'person', people);
  },
});
