import type { Queryable, Tx } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';

/** Counts and sums of the lines of a batch as they stand. */
export interface BatchFigures {
  readonly total: number;
  readonly ready: number;
  readonly blocked: number;
  readonly held: number;
  readonly excluded: number;
  /** Sums of the readable amounts of lines that are not paid. */
  readonly blockedFen: Fen;
  readonly heldFen: Fen;
  readonly excludedFen: Fen;
  readonly workers: number;
  readonly amountFen: Fen;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly vatFen: Fen;
  readonly surchargeFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly receivableFen: Fen;
  readonly collectedFen: Fen;
  readonly netFen: Fen;
  readonly netMaxFen: Fen | null;
  readonly netMedianFen: Fen | null;
}

const sum = (column: string, name: string, state = 'ready'): string =>
  `coalesce(sum(${column}) FILTER (WHERE state = '${state}'), 0)::bigint AS "${name}"`;
const count = (state: string): string => `(count(*) FILTER (WHERE state = '${state}'))::int AS ${state}`;

export function batchFigures(db: Queryable, batchId: number): Promise<BatchFigures> {
  return db.one<BatchFigures>(
    `SELECT count(*)::int AS total, ${['ready', 'blocked', 'held', 'excluded'].map(count).join(', ')},
            ${['blocked', 'held', 'excluded'].map((state) => sum('amount_fen', `${state}Fen`, state)).join(', ')},
            (count(DISTINCT worker_id) FILTER (WHERE state = 'ready'))::int AS workers,
            ${sum('amount_fen', 'amountFen')}, ${sum('gross_fen', 'grossFen')}, ${sum('fee_fen', 'feeFen')},
             ${sum('vat_fen', 'vatFen')},
            ${sum('surcharge_fen', 'surchargeFen')}, ${sum('income_tax_fen', 'incomeTaxFen')},
            ${sum('receivable_fen', 'receivableFen')}, ${sum('collected_fen', 'collectedFen')}, ${sum('net_fen', 'netFen')},
            max(net_fen) FILTER (WHERE state = 'ready') AS "netMaxFen",
            (percentile_disc(0.5) WITHIN GROUP (ORDER BY net_fen) FILTER (WHERE state = 'ready')) AS "netMedianFen"
       FROM settlement.lines WHERE batch_id = $1`,
    [batchId],
  );
}

/** Writes the figures to the batch, where lists and the batch page read them. */
export async function storeFigures(tx: Tx, batchId: number, figures: BatchFigures, at: Date): Promise<void> {
  await tx.query(
    `UPDATE public.settlement_batches
        SET ready_count = $2, blocked_count = $3, held_count = $4, excluded_count = $5, gross_fen = $6, fee_fen = $7,
            vat_fen = $8, surcharge_fen = $9, income_tax_fen = $10, receivable_fen = $11, net_fen = $12, amount_fen = $14,
            version = version + 1, updated_at = $13::timestamptz
      WHERE id = $1`,
    [
      batchId,
      figures.ready,
      figures.blocked,
      figures.held,
      figures.excluded,
      figures.grossFen,
      figures.feeFen,
      figures.vatFen,
      figures.surchargeFen,
      figures.incomeTaxFen,
      figures.receivableFen,
      figures.netFen,
      at,
      figures.amountFen,
    ],
  );
  await tx.query(
    `UPDATE settlement.batch_details SET net_max_fen = $2, net_median_fen = $3, worker_count = $4, collected_fen = $5,
            blocked_fen = $6, held_fen = $7, excluded_fen = $8
      WHERE batch_id = $1`,
    [
      batchId,
      figures.netMaxFen,
      figures.netMedianFen,
      figures.workers,
      figures.collectedFen,
      figures.blockedFen,
      figures.heldFen,
      figures.excludedFen,
    ],
  );
}
