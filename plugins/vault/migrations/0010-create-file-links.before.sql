-- Links to private files (限时链接): each opens one file, once, within two minutes, for the session that asked for it. Of a token its
-- digest is kept and nothing more. Swept half a year later, with the log of who was there.
CREATE TABLE vault.file_links (
  token_hash   bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  file_id      uuid NOT NULL REFERENCES vault.files (id),
  file_name    text NOT NULL,
  session_id   uuid NOT NULL,
  -- The line of the permission matrix under which it was asked for; it must still be open to the session's account.
  resource     text NOT NULL,
  action       text NOT NULL,
  subject_kind text NOT NULL,
  subject_id   text NOT NULL,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > made_at AND expires_at <= made_at + interval '2 minutes'),
  used_at      timestamptz
);
CREATE INDEX file_links_made ON vault.file_links (made_at);
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON vault.file_links TO linggong_app;
