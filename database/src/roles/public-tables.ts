import type { ClientBase } from 'pg';
import { deletableSuffixes, deletableTables } from './deletable-tables';

/** Tables that only migrations may write; the application reads at most. */
const ownerTables = [
  'linggong_migrations',
  'strapi_migrations',
  'strapi_migrations_internal',
  'strapi_database_schema',
];

/**
 * Rights of linggong_app on the tables that Strapi's sync made: rows in, rows changed, none deleted but where listed.
 * A table that already has rights for linggong_app is left as it is: an after-migration may have taken some away
 * (append-only tables), and a grant at every start would give them back. Run as owner, in the caller's transaction.
 */
export async function grantPublicTables(client: ClientBase): Promise<void> {
  await client.query(
    `DO $grants$
     DECLARE
       item record;
     BEGIN
       FOR item IN
         SELECT c.oid::regclass AS name, c.relkind, c.relname
           FROM pg_class c
          WHERE c.relnamespace = 'public'::regnamespace
            AND c.relkind IN ('r', 'p', 'S')
            AND NOT EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee = 'linggong_app'::regrole)
       LOOP
         IF item.relkind = 'S' THEN
           EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO linggong_app', item.name);
         ELSIF item.relname = ANY (${textArray(client, ownerTables)}) THEN
           EXECUTE format('GRANT SELECT ON %s TO linggong_app', item.name);
         ELSE
           EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO linggong_app', item.name);
         END IF;
       END LOOP;
       FOR item IN
         SELECT c.oid::regclass AS name
           FROM pg_class c
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            AND (c.relname = ANY (${textArray(client, deletableTables)})
                 OR c.relname ~ ${client.escapeLiteral(`(${deletableSuffixes.join('|')})$`)})
       LOOP
         EXECUTE format('GRANT DELETE ON %s TO linggong_app', item.name);
       END LOOP;
     END
     $grants$`,
  );
}

/**
 * Identifiers that begin with the time: their index grows at its end, while random ones touch pages all over it. (`uuidv7()` does the same from PostgreSQL 18 on.)
 */
const documentId = `$$lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || replace(gen_random_uuid()::text, '-', '')$$`;

/**
 * Defaults of the columns that Strapi adds to each content type and fills only in its own document service: our set-based
 * INSERTs name just the attributes. Only where there is none, or the random one of earlier releases, so that an unchanged start takes no lock.
 */
export async function setContentTypeDefaults(client: ClientBase): Promise<void> {
  await client.query(
    `DO $defaults$
     DECLARE
       item record;
     BEGIN
       FOR item IN
         SELECT format('%I.%I', c.table_schema, c.table_name) AS name, c.column_name,
                CASE c.column_name WHEN 'document_id' THEN ${documentId}
                                   ELSE $$(now() AT TIME ZONE 'UTC')$$ END AS value
           FROM information_schema.columns c
          WHERE c.table_schema = 'public'
            AND c.column_name IN ('document_id', 'created_at', 'updated_at', 'published_at')
            AND (c.column_default IS NULL OR c.column_default = '(gen_random_uuid())::text')
            AND EXISTS (SELECT FROM information_schema.columns d
                         WHERE d.table_schema = 'public' AND d.table_name = c.table_name
                           AND d.column_name = 'document_id')
       LOOP
         EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', item.name, item.column_name, item.value);
       END LOOP;
     END
     $defaults$`,
  );
}

function textArray(client: ClientBase, names: readonly string[]): string {
  return `ARRAY[${names.map((name) => client.escapeLiteral(name)).join(', ')}]::text[]`;
}
