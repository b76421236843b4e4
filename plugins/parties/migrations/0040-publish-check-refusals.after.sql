-- Who took back the consent that a check of his identity stands on (PIPL art. 15): nobody asks a register about him any more.
CREATE VIEW parties.published_check_refusals AS
SELECT DISTINCT w.worker_id FROM vault.published_withdrawals w
WHERE w.purpose IN ('service', 'sensitive-data', 'real-name-check');
GRANT SELECT ON parties.published_check_refusals TO linggong_app;
