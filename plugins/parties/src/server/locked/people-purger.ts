import { erasePeople, PEOPLE_TOGETHER, type EndedPerson, type PersonKeepers, type Purger } from '@linggong/vault';
import { noteTerms } from './locks';

/** Candidates that one question goes through at most; what is left is asked for by the next day's. */
const ROUNDS_MAX = 200;
const CANDIDATES = 250;

// Whose end was not known when it was last counted, or has come.
const NEXT = `
SELECT worker_id AS id FROM parties.locked_people
WHERE erased_at IS NULL AND worker_id > $1 AND (keeps_until IS NULL OR keeps_until <= $2)
ORDER BY worker_id LIMIT ${CANDIDATES}`;

const ENDED = `
SELECT l.worker_id AS "workerId", w.identity_blind AS subject, w.number, l.locked_at AS "lockedAt", l.terms
FROM parties.locked_people l JOIN public.workers w ON w.id = l.worker_id
WHERE l.worker_id = ANY ($1::int[]) AND l.erased_at IS NULL ORDER BY l.worker_id FOR UPDATE OF w, l`;

/**
 * People who have left and whom no term holds any more. Their ends are counted anew before anybody goes: what was kept at their leaving is not
 * what happened since. A legal hold on somebody keeps him.
 */
export const peoplePurger = (keepers: PersonKeepers): Purger => ({
  together: PEOPLE_TOGETHER,
  due: async (db, { before, after, limit }) => {
    const due: number[] = [];
    let last = Number(after || '0');
    for (let round = 0; round < ROUNDS_MAX && due.length < limit; round += 1) {
      const next = await db.query<{ id: number }>(NEXT, [last, before]);
      const ids = next.map(({ id }) => id);
      due.push(...(await noteTerms(db, keepers, ids, before)));
      last = ids.at(-1) ?? last;
      if (ids.length < CANDIDATES) break;
    }
    return due.slice(0, limit).map((id) => ({ id: String(id), fileIds: [], subjects: [`worker:${id}`] }));
  },
  purge: async (tx, command, ids) => {
    const people = await tx.query<EndedPerson>(ENDED, [ids.map(Number)]);
    if (people.length > 0) await erasePeople(tx, keepers, command, 'person', people);
  },
});
