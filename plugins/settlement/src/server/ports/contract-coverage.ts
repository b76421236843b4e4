/** Says for line `l`, task `t` and day $2 whether a signed agreement of the worker covers the payment: `k.covered`. */
export const contractJoin = `CROSS JOIN LATERAL (SELECT EXISTS (
    SELECT 1 FROM e_sign.published_coverage s
     WHERE s.worker_id = l.worker_id AND (s.enterprise_id IS NULL OR s.enterprise_id = $3)
       AND $2::date >= s.first_day AND (s.last_day IS NULL OR $2::date <= s.last_day)
       AND (s.scenarios ? '*' OR s.scenarios ? t.scenario)) AS covered) k`;
