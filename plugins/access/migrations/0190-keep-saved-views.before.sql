-- Views of lists that people come back to (保存的视图): a name, and by what the list is narrowed, ordered and which columns it shows. They are of
-- one account and seen by nobody else; filters hold no personal data, as they stand in the addresses of pages too.
CREATE TABLE access.saved_views (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id integer NOT NULL,
  list       text NOT NULL CHECK (list ~ '^[a-z][a-z0-9-]{0,59}$'),
  name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  filter     jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object'),
  sort       jsonb CHECK (jsonb_typeof(sort) = 'array'),
  columns    jsonb CHECK (jsonb_typeof(columns) = 'object'),
  kept_at    timestamptz NOT NULL,
  UNIQUE (account_id, list, name)
);
GRANT SELECT, INSERT, DELETE ON access.saved_views TO linggong_app;
GRANT UPDATE (filter, sort, columns, kept_at) ON access.saved_views TO linggong_app;
