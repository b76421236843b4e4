-- Which account decided about which enterprise: a reviewer goes on seeing what he decided, and the evidence that it stands on.
-- Accounts are named by their role and number; steps of the platform itself are nobody's review.
CREATE VIEW parties.published_reviews AS
SELECT s.enterprise_id, split_part(s.actor, '#', 2)::int AS account_id
FROM parties.enterprise_steps s
WHERE s.action IN ('approve', 'reject') AND s.actor ~ '^[a-z-]+#[0-9]{1,9}$';
GRANT SELECT ON parties.published_reviews TO linggong_app;
