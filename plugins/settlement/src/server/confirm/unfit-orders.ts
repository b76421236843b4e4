import type { ChargeTime } from '@linggong/billing';
import type { Tx } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';
import type { BlockerCode } from '../../api';
import { isHeldByMeasure } from '../check/measure-blockers';
import { orderCovered } from '../ports/contract-coverage';

/** Hard facts that a payment stands on until the moment it leaves. */
export type UnfitCode = Extract<
  BlockerCode,
  | 'enterprise-inactive'
  | 'worker-inactive'
  | 'real-name-unverified'
  | 'card-unverified'
  | 'card-holder-mismatch'
  | 'contract-missing'
  | 'risk-hold'
  | 'net-not-kept'
>;

/** A confirmed order that may not leave any more, with the first reason why. */
export interface UnfitOrder {
  readonly orderId: number;
  readonly code: UnfitCode;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly feeTiming: ChargeTime;
}

/**
 * The confirmed orders of a batch whose hard facts have fallen since it was confirmed: enterprise and worker active, real
 * name verified, no measure of risk against them, the very card still usable, held in that name and not given up, the work covered by a
 * signed agreement on the day of sending (R4). One statement, whatever their number; the orders are locked
 * and come in the order of their ids. Call it with the batch locked; money goes to people and cards as they are when it
 * leaves, not as they were when somebody confirmed.
 */
export function unfitOrders(tx: Tx, batchId: number, day: Day): Promise<UnfitOrder[]> {
  return tx.query<UnfitOrder>(
    `SELECT o.id AS "orderId", fact.code, o.gross_fen AS "grossFen", o.fee_fen AS "feeFen",
            o.fee_timing AS "feeTiming"
       FROM public.orders o
       LEFT JOIN parties.published_enterprise_facts e ON e.enterprise_id = o.enterprise_id
       LEFT JOIN parties.published_worker_facts w ON w.worker_id = o.worker_id
       LEFT JOIN parties.published_card_facts c ON c.card_id = o.bank_card_id AND c.worker_id = o.worker_id
       LEFT JOIN tasks.published_task_facts t ON t.task_id = o.task_id
      CROSS JOIN LATERAL (SELECT CASE
          WHEN e.state IS DISTINCT FROM 'active' THEN 'enterprise-inactive'
          WHEN w.state IS DISTINCT FROM 'active' THEN 'worker-inactive'
          WHEN w.real_name_state IS DISTINCT FROM 'verified' THEN 'real-name-unverified'
          WHEN c.is_usable IS NOT TRUE OR c.replaced_at IS NOT NULL THEN 'card-unverified'
          WHEN c.holder_blind <> w.name_blind THEN 'card-holder-mismatch'
          WHEN NOT ${orderCovered} THEN 'contract-missing'
          WHEN ${isHeldByMeasure('o.worker_id', 'o.enterprise_id')} THEN 'risk-hold'
        END AS code) fact
      WHERE o.batch_id = $1 AND o.state = 'confirmed' AND fact.code IS NOT NULL
      ORDER BY o.id FOR UPDATE OF o`,
    [batchId, day],
  );
}
