import type { Bearing, ChargeTime, ReturnedFee, TaxBearer } from '@linggong/billing';
import type { Queryable } from '@linggong/core';
import { allowedActions, notFound, step, type Day, type Fen } from '@linggong/core/domain';
import { batchLifecycle, type BatchAction, type BatchState } from '../domain';
import { actionNotAllowed, batchKind } from './problems';

/** A batch as the services work with it. */
export interface BatchRow {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly state: BatchState;
  readonly lineCount: number;
  readonly readyCount: number;
  readonly quoteVersion: number;
  readonly quoteDay: Day | null;
  readonly quoteExpiresAt: Date | null;
  readonly quoteBasis: string | null;
  /** What the sheet pays; the workers' gross and the fees come of it. */
  readonly amountFen: Fen | null;
  readonly grossFen: Fen | null;
  readonly feeFen: Fen | null;
  /** How the fee of the quote in force is agreed; null without a quote. */
  readonly feeMode: Bearing | null;
  readonly feeTiming: ChargeTime | null;
  readonly taxBearer: TaxBearer | null;
  readonly returnedFee: ReturnedFee | null;
  readonly holdKey: string | null;
  readonly confirmedBy: number | null;
  readonly runId: string | null;
}

const columns = `id, number, enterprise_id AS "enterpriseId", state, line_count AS "lineCount", ready_count AS "readyCount",
  quote_version AS "quoteVersion", quote_day AS "quoteDay", quote_expires_at AS "quoteExpiresAt",
  quote_basis AS "quoteBasis", amount_fen AS "amountFen", gross_fen AS "grossFen", fee_fen AS "feeFen",
  fee_mode AS "feeMode", fee_timing AS "feeTiming", tax_bearer AS "taxBearer", returned_fee AS "returnedFee", hold_key AS "holdKey",
  confirmed_by AS "confirmedBy", run_id AS "runId"`;

/** Locks a batch: every change of it begins here, so that two of them never interleave. @throws Problem 404 */
export async function lockBatch(tx: Queryable, batchId: number): Promise<BatchRow> {
  const row = await tx.maybeOne<BatchRow>(`SELECT ${columns} FROM public.settlement_batches WHERE id = $1 FOR UPDATE`, [
    batchId,
  ]);
  if (row === undefined) throw notFound(batchKind);
  return row;
}

export async function readBatch(db: Queryable, batchId: number): Promise<BatchRow> {
  const row = await db.maybeOne<BatchRow>(`SELECT ${columns} FROM public.settlement_batches WHERE id = $1`, [batchId]);
  if (row === undefined) throw notFound(batchKind);
  return row;
}

/** The state an action leads to. @throws Problem 409 `illegal-transition` naming what is allowed */
export function nextState(batch: Pick<BatchRow, 'state'>, action: BatchAction): BatchState {
  const next = step(batchLifecycle, batch.state, action);
  if (!next.ok) throw actionNotAllowed(batch.state, action, allowedActions(batchLifecycle, batch.state));
  return next.to;
}
