import type { Purger } from '@linggong/vault';

/** Files to and from banks; what they said stands in the rows of payouts and statements. */
export const bankFiles: Purger = {
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT b.id::text AS id, ARRAY[f.id::text] AS "fileIds", ARRAY['bank-file:' || b.id] AS subjects
       FROM channels.bank_files b JOIN vault.published_files f ON f.id = b.vault_file
       WHERE b.at < $1 AND b.id > coalesce(nullif($2, ''), '0')::int ORDER BY b.id LIMIT $3`,
      [before, after, limit],
    ),
};
