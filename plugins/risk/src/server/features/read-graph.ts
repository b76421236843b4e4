import type { Feature, GraphFact } from '../../domain/features';
import { arrayOf } from './sum-part';

/** A payee who works from where an account of his payer does: whom a transfer only seems to leave the house for (R6.3). */
const withPayer = (kind: 'device' | 'address'): string =>
  `(EXISTS (SELECT FROM access.published_signals g
      JOIN access.published_signals e ON e.kind = g.kind AND e.signal_key = g.signal_key AND e.party_kind = 'enterprise'
       AND e.party_id = s.enterprise_id AND e.last_day > $1::date - 365
      WHERE g.kind = '${kind}' AND g.party_kind = 'worker' AND g.party_id = s.worker_id AND g.last_day > $1::date - 365))::int`;

/** People are counted as the register has them now: cards given up still tie them, and people who were erased tie nobody. */
const FACTS: Readonly<Record<GraphFact, string>> = {
  'card-workers': `(SELECT count(DISTINCT c.worker_id) FROM parties.published_card_facts a
      JOIN parties.published_card_facts c ON c.card_blind = a.card_blind WHERE a.card_id = s.card_id)`,
  'phone-workers': `(SELECT count(*) FROM parties.published_worker_facts a
      JOIN parties.published_worker_facts w ON w.phone_blind = a.phone_blind WHERE a.worker_id = s.worker_id)`,
  'payer-staff': `(EXISTS (SELECT FROM access.published_staff h JOIN parties.published_worker_facts w ON w.worker_id = s.worker_id
      WHERE h.enterprise_id = s.enterprise_id AND (h.identity_key = w.identity_blind OR h.phone_key = w.phone_blind)))::int`,
  'payer-contact': `(EXISTS (SELECT FROM parties.published_enterprise_contacts e
      JOIN parties.published_worker_facts w ON w.worker_id = s.worker_id AND w.phone_blind = e.phone_blind
      WHERE e.enterprise_id = s.enterprise_id))::int`,
  'payer-representative': `(EXISTS (SELECT FROM risk.representatives r
      JOIN parties.published_worker_facts w ON w.worker_id = s.worker_id AND w.name_blind = r.name_key
      WHERE r.enterprise_id = s.enterprise_id))::int`,
  'contact-of': `(SELECT count(*) FROM parties.published_worker_facts w
      JOIN parties.published_enterprise_contacts e ON e.phone_blind = w.phone_blind WHERE w.worker_id = s.worker_id)`,
  'contact-enterprises': `(SELECT count(*) FROM parties.published_enterprise_contacts a
      JOIN parties.published_enterprise_contacts e ON e.phone_blind = a.phone_blind AND e.enterprise_id <> a.enterprise_id
      WHERE a.enterprise_id = s.enterprise_id)`,
  'representative-enterprises': `(SELECT count(*) FROM risk.representatives a
      JOIN risk.representatives r ON r.name_key = a.name_key AND r.enterprise_id <> a.enterprise_id WHERE a.enterprise_id = s.enterprise_id)`,
  'address-enterprises': `(SELECT count(*) FROM parties.published_enterprise_contacts a
      JOIN parties.published_enterprise_contacts e ON e.address_key = a.address_key AND e.enterprise_id <> a.enterprise_id
      WHERE a.enterprise_id = s.enterprise_id)`,
  'payer-device': withPayer('device'),
  'payer-address': withPayer('address'),
  ring: `(SELECT count(DISTINCT d.enterprise_id) FROM parties.published_worker_facts w
      JOIN risk.worker_days d ON d.worker_id = w.worker_id AND d.orders > 0 AND d.day > $1::date - 365
      LEFT JOIN parties.published_enterprise_contacts c ON c.enterprise_id = d.enterprise_id AND c.phone_blind = w.phone_blind
      LEFT JOIN risk.representatives r ON r.enterprise_id = d.enterprise_id AND r.name_key = w.name_blind
      WHERE w.worker_id = s.worker_id AND (c.enterprise_id IS NOT NULL OR r.enterprise_id IS NOT NULL))`,
};

/**
 * Features of ties between people, numbers and enterprises: an array for every subject, by its place.
 * @param subjects relation `s` (worker_id, enterprise_id, card_id, place); $1 is the day
 */
export function graphSql(wanted: readonly Feature[], subjects: string): string {
  const columns = wanted.flatMap(({ measure }) => (measure.kind === 'graph' ? [FACTS[measure.fact]] : []));
  return `SELECT ${arrayOf(columns)} AS line FROM ${subjects} ORDER BY s.place`;
}
