-- Whom an enterprise paid and on which day somebody was paid by whom (R6.3): settlement asks it of all payees of a batch in one statement. Ids and
-- days only. What came back is no payment.
CREATE VIEW risk.published_payees AS
SELECT payer_id AS enterprise_id, worker_id, last_day FROM risk.payees WHERE kind = 'enterprise' AND last_day > '-infinity';

CREATE VIEW risk.published_worker_days AS
SELECT worker_id, day, enterprise_id, orders FROM risk.worker_days WHERE orders > 0;

GRANT SELECT ON risk.published_payees, risk.published_worker_days TO linggong_app;

-- Decisions about batches as a whole with what they stood on, for the replay of their table: figures alone.
CREATE VIEW risk.published_batch_decisions AS
SELECT id, day, subject_id::integer AS batch_id, outcome, hits, input FROM risk.decisions WHERE subject_kind = 'settlement-batch';

GRANT SELECT ON risk.published_batch_decisions TO linggong_app;
