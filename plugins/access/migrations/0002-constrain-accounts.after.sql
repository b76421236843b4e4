-- Strapi's `unique` makes no index. One account an identifier, whatever its case; one role an account, and the roles that see
-- only their own rows name whose these are. Rows without a role are of no use: they cannot sign in.
CREATE UNIQUE INDEX linggong_up_users_identifier ON public.up_users (lower(username));

ALTER TABLE public.up_users
  ADD CONSTRAINT linggong_up_users_role CHECK (
    account_role IN ('operator', 'finance-officer', 'finance-approver', 'tax-officer', 'enterprise', 'worker',
                     'system-admin', 'security-admin', 'audit-admin')),
  ADD CONSTRAINT linggong_up_users_enterprise CHECK ((account_role = 'enterprise') = (enterprise_id IS NOT NULL)),
  ADD CONSTRAINT linggong_up_users_worker CHECK ((account_role = 'worker') = (worker_id IS NOT NULL)),
  -- The hash of a password belongs in access.credentials and nowhere else.
  ADD CONSTRAINT linggong_up_users_no_password CHECK (password IS NULL);

ALTER TABLE access.credentials ADD FOREIGN KEY (account_id) REFERENCES public.up_users (id);
ALTER TABLE access.sessions ADD FOREIGN KEY (account_id) REFERENCES public.up_users (id);
