/**
 * Says for line `l`, task `t` and day $2 whether a signed agreement of the worker covers the payment (`k.covered`), and whether
 * one of those that do was made with the person who is registered today (`k.is_own`, R6.1); a contract without a noted party was
 * written before parties were noted.
 */
export const contractJoin = `CROSS JOIN LATERAL (SELECT count(*) > 0 AS covered, bool_or(coalesce(p.is_registered_person, true)) AS is_own
    FROM e_sign.published_coverage s LEFT JOIN e_sign.published_contract_parties p ON p.contract_id = s.contract_id
     WHERE s.worker_id = l.worker_id AND (s.enterprise_id IS NULL OR s.enterprise_id = $3)
       AND $2::date >= s.first_day AND (s.last_day IS NULL OR $2::date <= s.last_day)
       AND (s.scenarios ? '*' OR s.scenarios ? t.scenario)) k`;

/** True where a signed agreement of the worker covers order `o` of task `t` on day $2. */
export const orderCovered = `EXISTS (SELECT FROM e_sign.published_coverage s
    WHERE s.worker_id = o.worker_id AND (s.enterprise_id IS NULL OR s.enterprise_id = o.enterprise_id)
      AND $2::date >= s.first_day AND (s.last_day IS NULL OR $2::date <= s.last_day)
      AND (s.scenarios ? '*' OR s.scenarios ? t.scenario))`;
