-- Which text of a guide the platform brought last: what stands differently was changed by people, and is theirs.
CREATE TABLE access.guide_deliveries (
  name text PRIMARY KEY,
  sha256 text NOT NULL,
  at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON access.guide_deliveries TO linggong_app;
