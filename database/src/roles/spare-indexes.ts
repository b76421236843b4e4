import type { ClientBase } from 'pg';

/**
 * Drops the indexes of Strapi's relations that nothing needs on its content types: where another index begins with the same
 * column, and those of who made and who changed a row in the panel. Each would be written for every order, payout and tax
 * record. Strapi makes them anew when a content type changes, so this follows every sync. Run as owner, after the migrations.
 */
export async function dropSpareIndexes(client: ClientBase): Promise<void> {
  await client.query(
    `DO $spare$
     DECLARE
       item record;
     BEGIN
       FOR item IN
         SELECT i.indexrelid::regclass AS name
           FROM pg_index i
           JOIN pg_class c ON c.oid = i.indexrelid
           JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
           JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
          WHERE c.relname LIKE '%\\_fk' AND i.indnatts = 1 AND i.indpred IS NULL AND NOT i.indisunique
            AND EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = t.oid AND d.attname = 'document_id')
            AND (a.attname IN ('created_by_id', 'updated_by_id')
                 OR EXISTS (SELECT FROM pg_index o
                             WHERE o.indrelid = i.indrelid AND o.indisvalid AND o.indnatts > 1 AND o.indpred IS NULL
                               AND o.indkey[0] = i.indkey[0] AND o.indclass[0] = i.indclass[0]))
       LOOP
         EXECUTE format('DROP INDEX %s', item.name);
       END LOOP;
     END
     $spare$`,
  );
}
