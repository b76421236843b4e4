-- What renews the bearer token of a session (刷新令牌), by SHA-256. Each is used once; a used one that comes again was copied by
-- somebody, and ends the session.
CREATE TABLE access.refresh_tokens (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  session_id uuid NOT NULL REFERENCES access.sessions (id) ON DELETE CASCADE,
  issued_at timestamptz NOT NULL,
  used_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.refresh_tokens TO linggong_app;
CREATE INDEX refresh_tokens_session ON access.refresh_tokens (session_id);
