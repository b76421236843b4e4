-- Passwords that an account had before (argon2id), so that the last ones are not taken again (密码历史).
CREATE TABLE access.former_passwords (
  account_id int NOT NULL REFERENCES public.up_users (id),
  set_at timestamptz NOT NULL,
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  PRIMARY KEY (account_id, set_at)
);
GRANT SELECT, INSERT, DELETE ON access.former_passwords TO linggong_app;
