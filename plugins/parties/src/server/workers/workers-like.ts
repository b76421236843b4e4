import type { PersonQuestion } from '@linggong/access';
import type { Queryable } from '@linggong/core';

interface PersonOfRegister {
  readonly workerId: number;
  readonly identityKey: string | null;
  readonly phoneKey: string | null;
}

/** Workers who share a number with a person, for access to tell the second account of somebody (同一人识别). */
export function workersLike(db: Queryable, question: PersonQuestion): Promise<PersonOfRegister[]> {
  const { workers, identityKeys, phoneKeys, limit } = question;
  return db.query<PersonOfRegister>(
    `SELECT id AS "workerId", identity_blind AS "identityKey", phone_blind AS "phoneKey" FROM public.workers
      WHERE id = ANY ($1::int[]) OR identity_blind = ANY ($2::text[]) OR phone_blind = ANY ($3::text[]) LIMIT $4`,
    [workers, identityKeys, phoneKeys, limit],
  );
}
