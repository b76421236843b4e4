import type { PersonKeeper } from '@linggong/vault';

/** Accounts of workers: functions of the database erase them, since no application may change the name of an account. */
export const accountsOfPeople: PersonKeeper = {
  erase: async (tx, { at }, people) => {
    const ids = people.map(({ workerId }) => workerId);
    // First, for an opening is known by the name of the account alone.
    const { shown } = await tx.one<{ shown: number }>('SELECT access.forget_shown_people($1::int[]) AS shown', [ids]);
    const { erased } = await tx.one<{ erased: number[] }>('SELECT access.erase_accounts($1::int[], $2) AS erased', [
      ids,
      at,
    ]);
    return { accounts: erased.length, shownApprovals: shown };
  },
};
