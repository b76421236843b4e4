-- When identities and companies were last answered for by a register: what scheduled re-verification (R3.2, R2.3) and bulk checks
-- choose by. Views of their own: the facts that settlement joins stay as they are.
CREATE VIEW parties.published_check_ages AS
SELECT w.id AS worker_id, w.state, w.real_name_state, w.real_name_checked_at AT TIME ZONE 'UTC' AS checked_at
FROM public.workers w;

CREATE VIEW parties.published_enterprise_check_ages AS
SELECT e.id AS enterprise_id, e.state, v.state AS verification, v.checked_at
FROM public.enterprises e JOIN parties.enterprise_verifications v ON v.enterprise_id = e.id;

CREATE INDEX workers_by_real_name_age ON public.workers ((real_name_checked_at AT TIME ZONE 'UTC'), id) WHERE real_name_state = 'verified';

GRANT SELECT ON parties.published_check_ages, parties.published_enterprise_check_ages TO linggong_app;
