import type { ConsistencyCheck } from '@linggong/risk';
import { comparedBy } from './compared-by';

/** The contract of a worker that covers a payment, and whether it names the person who is registered. */
const COVERED = `EXISTS (SELECT FROM e_sign.published_coverage c WHERE c.worker_id = p.worker_id
  AND (c.enterprise_id IS NULL OR c.enterprise_id = p.enterprise_id) AND p.tax_day >= c.first_day AND (c.last_day IS NULL OR p.tax_day <= c.last_day))`;
const OF_ANOTHER = `EXISTS (SELECT FROM e_sign.published_coverage c JOIN e_sign.published_contract_parties y ON y.contract_id = c.contract_id
  WHERE c.worker_id = p.worker_id AND y.worker_id = p.worker_id AND NOT y.is_registered_person
    AND p.tax_day >= c.first_day AND (c.last_day IS NULL OR p.tax_day <= c.last_day))`;
const COOPERATING = `EXISTS (SELECT FROM e_sign.published_cooperation k WHERE k.enterprise_id = p.enterprise_id
  AND p.tax_day >= k.first_day AND (k.last_day IS NULL OR p.tax_day <= k.last_day))`;

/**
 * Agreement against registration (协议与登记): each order that was paid stands on a contract of its worker and one of its enterprise on the day, and
 * the contract names the person who is registered.
 */
export const agreementRegistration: ConsistencyCheck = {
  key: 'agreement-registration',
  name: { zh: '协议与登记', en: 'Agreement and registration' },
  severity: 'high',
  title: { zh: '付款时协议与登记不符', en: 'Payments whose agreement differs from the register' },
  compare: comparedBy(`SELECT p.number, NOT ${COVERED} OR ${OF_ANOTHER} OR NOT ${COOPERATING} AS differs FROM paid p`),
};
