-- Ten more roles: reviewers, risk, archives, customer service, configuration, the institution's manager, the regulator and partner
-- systems (R9.2). Names are those of `config/src/access/roles.ts`, which a test compares.
ALTER TABLE public.up_users DROP CONSTRAINT linggong_up_users_role;
ALTER TABLE public.up_users
  ADD CONSTRAINT linggong_up_users_role CHECK (
    account_role IN ('operator', 'merchant-reviewer', 'task-reviewer', 'risk-officer', 'tax-officer', 'finance-officer',
                     'finance-approver', 'archivist', 'customer-service', 'config-operator', 'config-approver',
                     'institution-manager', 'enterprise', 'worker', 'regulator', 'partner',
                     'system-admin', 'security-admin', 'audit-admin'));
