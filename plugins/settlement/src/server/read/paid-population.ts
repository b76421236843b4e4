import { addDays, startOfDay } from '@linggong/core/domain';
import type { PaidItem, Population } from '@linggong/risk';

/**
 * The payments of a period for inspections (事后抽查的总体): every order that reached its payee on those days, whatever became of it later. What is
 * told of an order never changes, so that the same period is the same population for ever.
 */
export const paidPopulation: Population = (db, from, to, max) =>
  db.query<PaidItem>(
    `SELECT o.id, o.number, o.enterprise_id AS "enterpriseId", o.worker_id AS "workerId", t.scenario AS "kindOfWork",
            o.amount_fen AS "amountFen"
       FROM public.orders o LEFT JOIN tasks.published_task_facts t ON t.task_id = o.task_id
      WHERE o.paid_at >= $1::timestamptz AND o.paid_at < $2::timestamptz ORDER BY o.number COLLATE "C" LIMIT $3`,
    [startOfDay(from), startOfDay(addDays(to, 1)), max + 1],
  );
