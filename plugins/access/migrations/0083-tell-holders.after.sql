-- What was done about an account without its holder is told to him (账号通知): at his next sign-in until he has seen it, and by a message.
CREATE TABLE access.notices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES public.up_users (id),
  kind text NOT NULL CHECK (kind IN ('opened-beside', 'password-reset', 'restored', 'second-factor-reset', 'unblocked', 'role-changed', 'holder-confirmed',
    'holder-needed', 'power-escalated')),
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  seen_at timestamptz
);
CREATE INDEX notices_unseen ON access.notices (account_id, id) WHERE seen_at IS NULL;
GRANT SELECT, INSERT, UPDATE (seen_at) ON access.notices TO linggong_app;

-- Where the message goes. Beside the holder, since the application may write no holder: a number here makes nobody another person.
CREATE TABLE access.holder_contacts (
  account_id int PRIMARY KEY REFERENCES public.up_users (id),
  phone_sealed bytea NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON access.holder_contacts TO linggong_app;
