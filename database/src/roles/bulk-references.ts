import type { ClientBase } from 'pg';
import { deletableTables } from './deletable-tables';

/** Content types of which a batch writes a hundred thousand rows. */
const bulkTables = ['orders', 'payouts', 'tax_records', 'engagements'];

/**
 * One for inserts, one for the rare row whose key is changed. The first looks at the rows of a whole statement at once: each
 * key once, and without locking what it names. Nobody may delete that (`deletableTables`), so there is nothing to lock it against.
 */
const demandReferences = `
CREATE OR REPLACE FUNCTION public.demand_references() RETURNS trigger LANGUAGE plpgsql AS $function$
DECLARE
  missing bigint;
BEGIN
  EXECUTE format('SELECT f.key FROM (SELECT DISTINCT %I AS key FROM fresh WHERE %I IS NOT NULL) f
                   WHERE NOT EXISTS (SELECT FROM %s r WHERE r.id = f.key) LIMIT 1', TG_ARGV[0], TG_ARGV[0], TG_ARGV[1]) INTO missing;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'a row of % names % % as its %, which does not exist', TG_TABLE_NAME, TG_ARGV[1], missing, TG_ARGV[0]
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0];
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.demand_reference() RETURNS trigger LANGUAGE plpgsql AS $function$
DECLARE
  key bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
  is_there boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %s r WHERE r.id = $1)', TG_ARGV[1]) INTO is_there USING key;
  IF key IS NOT NULL AND NOT is_there THEN
    RAISE EXCEPTION 'a row of % names % % as its %, which does not exist', TG_TABLE_NAME, TG_ARGV[1], key, TG_ARGV[0]
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0];
  END IF;
  RETURN NULL;
END
$function$;`;

/**
 * Puts checks of the whole statement in the place of Strapi's foreign keys, on the tables that are written by the hundred
 * thousand: theirs look up, and lock, one row after the other, more than half of what inserting an order costs; and they blank
 * the order (ON DELETE SET NULL) of a worker that is deleted. Keys to what may be deleted stay: who made a row in the panel.
 * Strapi makes its keys anew when a content type changes, so this follows every sync. Run as owner.
 */
export async function checkReferencesInBulk(client: ClientBase): Promise<void> {
  await client.query(demandReferences);
  const listOf = (names: readonly string[]): string => names.map((name) => client.escapeLiteral(name)).join(', ');
  await client.query(
    `DO $references$
     DECLARE
       item record;
     BEGIN
       FOR item IN
         SELECT k.conname AS name, k.conrelid::regclass AS holder, k.confrelid::regclass AS target, a.attname AS key
           FROM pg_constraint k
           JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'public'::regnamespace AND c.relname IN (${listOf(bulkTables)})
           JOIN pg_class t ON t.oid = k.confrelid AND t.relname NOT IN (${listOf(deletableTables)})
           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
          WHERE k.contype = 'f' AND k.confdeltype = 'n'
       LOOP
         EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS fresh
                         FOR EACH STATEMENT EXECUTE FUNCTION public.demand_references(%L, %L)',
                        item.name || '_made', item.holder, item.key, item.target);
         EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER UPDATE OF %I ON %s
                         FOR EACH ROW EXECUTE FUNCTION public.demand_reference(%L, %L)',
                        item.name || '_moved', item.key, item.holder, item.key, item.target);
         EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', item.holder, item.name);
       END LOOP;
     END
     $references$`,
  );
}
