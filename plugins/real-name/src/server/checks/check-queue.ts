/**
 * Checks of the companies that wait for a reviewer, or that the account `$1` decided about; never those of people. Over a row
 * with an `enterprise_id`.
 */
export const CHECK_QUEUE = `(enterprise_id IN (SELECT f.enterprise_id FROM parties.published_enterprise_facts f WHERE f.state = 'submitted')
  OR enterprise_id IN (SELECT q.enterprise_id FROM parties.published_reviews q WHERE q.account_id = $1))`;
