import type { PersonKeeper } from '@linggong/vault';

/** What registers were asked about people, as index entries in the evidence of checks. */
export const checksOfPeople: PersonKeeper = {
  erase: async (tx, _command, people) => {
    const checks = await tx.query(
      `UPDATE public.real_name_checks SET evidence = evidence - 'asked'
       WHERE worker_id = ANY ($1::int[]) AND evidence ? 'asked' RETURNING 1`,
      [people.map(({ workerId }) => workerId)],
    );
    return { checks: checks.length };
  },
};
