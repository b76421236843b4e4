-- Legal representatives of enterprises as blind indexes of their names, so that a payee of the same name is seen (R6.3): kept when an enterprise
-- applies, is signed or comes back. Never the name.
CREATE TABLE risk.representatives (
  enterprise_id integer PRIMARY KEY,
  name_key      text NOT NULL CHECK (name_key ~ '^[0-9a-f]{64}$'),
  kept_at       timestamptz NOT NULL
);
CREATE INDEX representatives_by_name ON risk.representatives (name_key);
GRANT SELECT, INSERT, UPDATE ON risk.representatives TO linggong_app;
