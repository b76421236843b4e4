-- After the payees of what was paid before risk counted (0002).
INSERT INTO risk.payee_days (kind, payer_id, last_day, people)
SELECT kind, payer_id, last_day, count(*) FROM risk.payees GROUP BY 1, 2, 3;
DROP INDEX risk.payees_by_day;
