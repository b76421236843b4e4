-- When an account was last here is asked for in the list of accounts and by the daily blocking of unused ones.
CREATE INDEX sessions_last_seen ON access.sessions (account_id, last_seen_at);
