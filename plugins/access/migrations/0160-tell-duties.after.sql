-- What an account is asked to do stands beside what was done about it (待办提醒): an acknowledgement that is due, a review that is near. Such a
-- notice says what it is about: the page, its row, the name in both languages and the day.
ALTER TABLE access.notices ADD COLUMN about jsonb;
ALTER TABLE access.notices DROP CONSTRAINT notices_kind_check;
ALTER TABLE access.notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('opened-beside', 'password-reset', 'restored', 'second-factor-reset',
  'unblocked', 'role-changed', 'holder-confirmed', 'holder-needed', 'power-escalated', 'procedure-due', 'review-due'));
ALTER TABLE access.notices ADD CONSTRAINT notices_about_check CHECK ((kind IN ('procedure-due', 'review-due')) = (about IS NOT NULL));

-- Who of the house holds which role, and since when the account stands: whom a procedure binds (R1.7). A function, so that no column of a
-- content type is held fast by the view.
CREATE INDEX up_users_of_the_house ON public.up_users (account_role) WHERE account_role NOT IN ('enterprise', 'worker');
CREATE FUNCTION access.role_holder_rows() RETURNS TABLE (account_id integer, name text, role text, since timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT u.id, u.username::text, u.account_role::text, u.created_at AT TIME ZONE 'UTC'
    FROM public.up_users u WHERE u.account_role NOT IN ('enterprise', 'worker') AND NOT coalesce(u.blocked, false)
$$;
CREATE VIEW access.published_role_holders AS SELECT * FROM access.role_holder_rows();
GRANT SELECT ON access.published_role_holders TO linggong_app;
