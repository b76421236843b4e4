import { heldIds, type Purger } from '@linggong/vault';

// The payouts of a file: those that stand in it, that it answers, and that its lines tell of. Workers are named only where they are held
// (`$4`): a file has thousands of them.
const DUE = `
WITH due AS (
  SELECT b.id, b.message_id, f.id::text AS file
  FROM channels.bank_files b JOIN vault.published_files f ON f.id = b.vault_file
  WHERE b.at < $1 AND b.id > coalesce(nullif($2, ''), '0')::int ORDER BY b.id LIMIT $3
), told AS (
  SELECT d.id, i.end_to_end_id AS number FROM due d JOIN channels.file_instructions i ON i.message_id = d.message_id
  UNION SELECT d.id, a.end_to_end_id FROM due d JOIN channels.file_answers a ON a.file_id = d.id
  UNION SELECT d.id, s.end_to_end_id FROM due d JOIN channels.statement_lines s ON s.file_id = d.id
), named AS (
  SELECT DISTINCT t.id, unnest(ARRAY['settlement-batch:' || o.batch_id, 'enterprise:' || o.enterprise_id,
    CASE WHEN o.worker_id = ANY ($4::int[]) THEN 'worker:' || o.worker_id END]) AS subject
  FROM told t JOIN public.payouts p ON p.number = t.number JOIN settlement.published_orders o ON o.order_id = p.order_id
)
SELECT d.id::text AS id, ARRAY[d.file] AS "fileIds",
  ARRAY['bank-file:' || d.id] || ARRAY(SELECT n.subject FROM named n WHERE n.id = d.id AND n.subject IS NOT NULL ORDER BY 1) AS subjects
FROM due d ORDER BY d.id`;

/** Files to and from banks; what they said stands in the rows of payouts and statements. */
export const bankFiles: Purger = {
  due: async (db, { before, after, limit }) => db.query(DUE, [before, after, limit, await heldIds(db, 'worker')]),
};
