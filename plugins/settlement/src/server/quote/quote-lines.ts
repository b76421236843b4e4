import type { Database } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { feesFor, type FeePlan } from '@linggong/billing';
import { holdFence, showStage, type CheckRun } from '../check/check-run';
import type { LineFigures } from '@linggong/tax';
import { workerChunks } from './worker-chunks';
import { quoteLineTaxes, type QuotedTax, type TaxedLine } from '../ports/taxes';

interface QuoteLine extends TaxedLine {
  readonly id: bigint;
}

const CANDIDATES = `SELECT l.id, l.id::text AS "lineKey", l.worker_id AS "workerId", l.amount_fen AS "grossFen",
         w.vat_role AS "vatRole", w.resident
    FROM settlement.lines l JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
   WHERE l.batch_id = $1 AND l.state IN ('read', 'ready') AND l.codes = '{}' AND l.amount_fen IS NOT NULL
   ORDER BY l.worker_id, l.row_no`;

/**
 * Gives every payable line its fee, taxes and net pay. What tax refuses (a closed period, a missing parameter) becomes a
 * blocker of its lines.
 */
export async function quoteLines(database: Database, run: CheckRun, plan: FeePlan, version: number): Promise<void> {
  const lines = await database.query<QuoteLine>(CANDIDATES, [run.batchId]);
  let done = 0;
  for (const chunk of workerChunks(lines)) {
    const fees = feesFor(
      chunk.map(({ grossFen }) => grossFen),
      plan,
    );
    const taxes = await quoteLineTaxes(database, run, chunk);
    await database.transaction(async (tx) => {
      await holdFence(tx, run);
      await tx.query(UPDATE_READY, readyValues(chunk, fees, taxes, version));
      await tx.query(...refusalStatement(run, chunk, taxes));
    });
    done += chunk.length;
    await showStage(database, run.batchId, 'tax', done, lines.length);
  }
}

/** Without a fee plan nothing can be quoted: what an earlier quote promised is taken back, and the lines wait for the next. */
export function unquoteLines(database: Database, run: CheckRun): Promise<void> {
  return database.transaction(async (tx) => {
    await holdFence(tx, run);
    await tx.query(
      `UPDATE settlement.lines
          SET state = 'read', quote_version = NULL, fee_fen = NULL, vat_fen = NULL, surcharge_fen = NULL,
              income_tax_fen = NULL, receivable_fen = NULL, collected_fen = NULL, net_fen = NULL
        WHERE batch_id = $1 AND state = 'ready'`,
      [run.batchId],
    );
  });
}

const UPDATE_READY = `UPDATE settlement.lines l
    SET state = 'ready', quote_version = $1, fee_fen = q.fee, vat_fen = q.vat, surcharge_fen = q.surcharge,
        income_tax_fen = q.income_tax, receivable_fen = q.receivable, collected_fen = q.collected, net_fen = q.net
   FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[])
        AS q (id, fee, vat, surcharge, income_tax, receivable, collected, net)
  WHERE l.id = q.id`;

function readyValues(
  chunk: readonly QuoteLine[],
  fees: readonly Fen[],
  taxes: readonly QuotedTax[],
  version: number,
): unknown[] {
  const ready = chunk.flatMap(({ id }, index) => {
    const tax = taxes[index];
    const feeFen = fees[index];
    return tax && feeFen !== undefined && !('refusal' in tax) ? [{ id, feeFen, tax }] : [];
  });
  const of = (pick: (tax: LineFigures) => Fen): Fen[] => ready.map(({ tax }) => pick(tax));
  return [
    version,
    ready.map(({ id }) => id),
    ready.map(({ feeFen }) => feeFen),
    of((tax) => tax.vatFen),
    of((tax) => tax.surchargeFen),
    of((tax) => tax.incomeTaxFen),
    of((tax) => tax.receivableFen),
    of((tax) => tax.collectedFen),
    of((tax) => tax.netFen),
  ];
}

function refusalStatement(
  { batchId, checkNo }: CheckRun,
  chunk: readonly QuoteLine[],
  taxes: readonly QuotedTax[],
): [string, unknown[]] {
  const refused = chunk.flatMap(({ id }, index) => {
    const tax = taxes[index];
    return tax && 'refusal' in tax ? [{ id, refusal: tax.refusal }] : [];
  });
  const params = refused.map(({ refusal }) => JSON.stringify({ reason: refusal.zh, reasonEn: refusal.en }));
  return [
    `WITH refused AS (SELECT * FROM unnest($3::bigint[], $4::text[]) AS r (id, params)), told AS (
       INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
       SELECT id, $1, $2, false, 'tax-refused', params::jsonb FROM refused
     )
     UPDATE settlement.lines l SET state = 'blocked', codes = '{tax-refused}', quote_version = NULL FROM refused r WHERE l.id = r.id`,
    [batchId, checkNo, refused.map(({ id }) => id), params],
  ];
}
