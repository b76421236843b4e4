import type { ClientBase } from 'pg';

/**
 * What linggong_auditor reads of the audit log: its published views, those of later releases too, and nothing else of that schema. Run as
 * owner after the migrations; where the log or the role is not there, there is nothing to do.
 */
export async function showAuditLog(client: ClientBase): Promise<void> {
  await client.query(
    `DO $auditor$
     DECLARE
       item text;
     BEGIN
       IF to_regnamespace('audit') IS NULL OR to_regrole('linggong_auditor') IS NULL THEN
         RETURN;
       END IF;
       SET LOCAL ROLE linggong_audit;
       GRANT USAGE ON SCHEMA audit TO linggong_auditor;
       FOR item IN
         SELECT c.oid::regclass::text FROM pg_class c
          WHERE c.relnamespace = 'audit'::regnamespace AND c.relkind = 'v' AND c.relname LIKE 'published\\_%'
            AND c.relowner = 'linggong_audit'::regrole
            AND NOT has_table_privilege('linggong_auditor', c.oid, 'SELECT')
       LOOP
         EXECUTE format('GRANT SELECT ON %s TO linggong_auditor', item);
       END LOOP;
       RESET ROLE;
     END
     $auditor$`,
  );
}
