-- What came of one's own things (消息): an export is ready, a batch is quoted, what one asked for was decided. Beside `access.notices`, which holds
-- what others did to an account and is never deleted: news goes after 90 days, and of one thing only what came last is kept. No row tells of a
-- person: a page, a row of it, its business number, an instant.
CREATE TABLE access.news (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id integer NOT NULL REFERENCES public.up_users (id),
  kind       text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  page       text NOT NULL CHECK (page ~ '^[a-z]+(-[a-z]+)*$'),
  -- None where one call told of several things: `things` says how many, and the page is their list.
  subject_id text CHECK (length(subject_id) <= 64),
  number     text CHECK (length(number) <= 120),
  things     integer NOT NULL CHECK (things > 0),
  due_at     timestamptz,
  at         timestamptz NOT NULL,
  seen_at    timestamptz
);
CREATE UNIQUE INDEX news_of_one_thing ON access.news (account_id, kind, page, coalesce(subject_id, ''));
CREATE INDEX news_newest ON access.news (account_id, id DESC);
CREATE INDEX news_by_age ON access.news (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.news TO linggong_app;
-- The accounts of a worker are told of his things; those of an enterprise have their index.
CREATE INDEX up_users_by_worker ON public.up_users (worker_id) WHERE worker_id IS NOT NULL;
