import type { PersonKeeper } from '@linggong/vault';

/** Accounts of workers: the function of the database erases them, since no application may change the name of an account. */
export const accountsOfPeople: PersonKeeper = {
  erase: async (tx, { at }, people) => {
    const { erased } = await tx.one<{ erased: number[] }>('SELECT access.erase_accounts($1::int[], $2) AS erased', [
      people.map(({ workerId }) => workerId),
      at,
    ]);
    return { accounts: erased.length };
  },
};
