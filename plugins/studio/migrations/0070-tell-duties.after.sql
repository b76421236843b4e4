-- Written procedures and whom they bind (R1.7), and configurations that are looked at again by a day: both become duties of accounts.

-- By when a configuration is reviewed: a procedure says so itself, in the version in force; of any other the configuration does.
CREATE FUNCTION studio.review_day(kind text, review_by date, content jsonb) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN kind = 'procedure' AND content ->> 'reviewBy' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN (content ->> 'reviewBy')::date
              ELSE review_by END
$$;
-- A day that was met is moved on by two people (`configuration.set-review`).
GRANT UPDATE (review_by) ON studio.configurations TO linggong_app;
DROP TRIGGER configurations_unchanged ON studio.configurations;
CREATE TRIGGER configurations_unchanged BEFORE UPDATE ON studio.configurations FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'review_by' IS DISTINCT FROM to_jsonb(NEW) - 'review_by') EXECUTE FUNCTION studio.refuse();

-- One row for each procedure in force and each account that it binds, known by a name-based UUID (RFC 9562, version 8). Whoever came later has the same days from his own first day.
CREATE VIEW studio.procedure_duties AS
SELECT overlay(overlay(md5(v.id || ':' || h.account_id) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid AS id, c.id AS configuration_id, c.name_zh, c.name_en, v.id AS version_id, v.version_no,
       h.account_id, h.name AS account_name, h.role, days.asked_on, days.due_on, a.acknowledged_at,
       CASE WHEN a.acknowledged_at IS NOT NULL THEN 'acknowledged'
            WHEN days.due_on < studio.shanghai_day(now()) THEN 'late' ELSE 'waiting' END AS state
  FROM studio.configurations c
  JOIN studio.versions v ON v.configuration_id = c.id AND v.state = 'in-force'
  JOIN access.published_role_holders h ON v.content -> 'binds' ? h.role
 CROSS JOIN LATERAL (
    SELECT asked_on, asked_on + (v.content ->> 'acknowledgeDays')::int AS due_on
      FROM (SELECT studio.shanghai_day(greatest(v.in_force_from, h.since)) AS asked_on) asked) days
  LEFT JOIN studio.acknowledgements a ON a.version_id = v.id AND a.account_id = h.account_id
 WHERE c.kind = 'procedure';
GRANT SELECT ON studio.procedure_duties TO linggong_app;

-- That an account was told of a day, once for each version, day and step.
CREATE TABLE studio.told_duties (
  version_id integer NOT NULL REFERENCES studio.versions (id),
  account_id integer NOT NULL,
  due_on     date NOT NULL,
  step       text NOT NULL CHECK (step ~ '^(review-(30|7|0)|soon|late-[0-9]{1,2})$'),
  told_at    timestamptz NOT NULL,
  PRIMARY KEY (version_id, account_id, due_on, step)
);
GRANT SELECT, INSERT ON studio.told_duties TO linggong_app;
CREATE TRIGGER told_duties_stay BEFORE UPDATE OR DELETE ON studio.told_duties FOR EACH ROW EXECUTE FUNCTION studio.refuse();
CREATE TRIGGER told_duties_never_emptied BEFORE TRUNCATE ON studio.told_duties FOR EACH STATEMENT EXECUTE FUNCTION studio.refuse();
