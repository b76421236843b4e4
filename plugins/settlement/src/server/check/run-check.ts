import { record } from '@linggong/audit';
import type { FeePlan, MonthSums } from '@linggong/billing';
import { termsAnswerOf } from '@linggong/billing/api';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { quoteExpiry, type SettlementPolicy } from '../../domain';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { policyOn } from '../policy-rows';
import { batchFigures, storeFigures, type BatchFigures } from '../quote/batch-figures';
import { pricedPlanOn, type ClassPrice } from '../quote/class-price';
import { quoteLines, unquoteLines } from '../quote/quote-lines';
import { addStep } from '../steps';
import { tellBatch } from '../tell-batch';
import type { SettlementTools } from '../tools';
import { batchBlockers, type BatchBlocker } from './batch-blockers';
import { decideWhole } from './batch-decision';
import { CheckSuperseded, holdFence, showStage, type CheckRun } from './check-run';
import { storeFactBlockers } from './fact-blockers';
import { storeLimitBlockers } from './limit-blockers';
import { moveLines } from './line-states';
import { storeListBlockers } from './list-blockers';
import { matchLines } from './match-lines';
import { storeMeasureBlockers } from './measure-blockers';
import { tellChecking } from './tell-checking';
import { storeRiskBlockers } from './risk-blockers';
import { openRiskCases } from './risk-cases';
import { askBeside, type AskedLine } from './run-beside';

/**
 * Examines the lines that wait (`read`), finds the batch-wide reasons anew, and quotes every payable line: uploaded,
 * quoted or expired -> checking -> quoted. Each stage is a transaction of its own, so that progress shows and a kill
 * loses one stage at most; called again it starts over where lines still wait, and nothing is done twice.
 * @param after version of the quote that this check was asked to follow; where a later one stands, it has been done
 * @returns the new version of the quote, or undefined where a newer check or a cancellation took the batch
 */
export async function runCheck(
  tools: SettlementTools,
  command: Command,
  batchId: number,
  after?: number,
): Promise<number | undefined> {
  try {
    const begun = await begin(tools, command, batchId, after);
    const { number, run, policy, plan, version } = begun;
    await tools.database.query('SELECT settlement.analyze_lines()');
    const asked = await examine(tools, run, policy, command.at);
    const month = plan ? await quoteLines(tools, command, run, plan, version) : undefined;
    if (!plan) await unquoteLines(tools.database, run);
    await tools.database.transaction((tx) => finish(tools, tx, command, { ...begun, month }));
    if (tools.runBeside) await askBeside(tools.runBeside, command, number, asked);
    return version;
  } catch (error) {
    if (error instanceof CheckSuperseded) return undefined;
    throw error;
  }
}

interface Begun {
  /** Of the batch. */
  readonly number: string;
  readonly run: CheckRun;
  readonly policy: SettlementPolicy;
  /** With what it adds for the class of the enterprise. */
  readonly plan: FeePlan | undefined;
  readonly price: ClassPrice | undefined;
  readonly version: number;
}

function begin(
  { database }: SettlementTools,
  command: Command,
  batchId: number,
  after: number | undefined,
): Promise<Begun> {
  return database.transaction(async (tx) => {
    const batch = await lockBatch(tx, batchId);
    if (after !== undefined && isOver(batch, after)) throw new CheckSuperseded(batchId);
    const state = nextState(batch, 'check');
    const day = shanghaiDay(command.at);
    await tx.query('UPDATE public.settlement_batches SET state = $2, updated_at = $3::timestamptz WHERE id = $1', [
      batchId,
      state,
      command.at,
    ]);
    await tellChecking(tx, command, batchId, batch.state, state);
    const { checkNo } = await tx.one<{ checkNo: number }>(
      `UPDATE settlement.batch_details SET check_no = check_no + 1 WHERE batch_id = $1 RETURNING check_no AS "checkNo"`,
      [batchId],
    );
    await showStage(tx, batchId, 'match', 0, batch.lineCount);
    const { plan, price } = await pricedPlanOn(tx, batch.enterpriseId, day);
    return {
      number: batch.number,
      run: { batchId, enterpriseId: batch.enterpriseId, checkNo, day },
      policy: await policyOn(tx, day),
      plan,
      price,
      version: batch.quoteVersion + 1,
    };
  });
}

/**
 * The check was made – by an attempt that died after it, or by a confirmation that waited for it –, or somebody confirmed or
 * cancelled meanwhile. A batch that is being checked again has a check of its own, asked for on top of the later quote.
 */
function isOver({ state, quoteVersion }: BatchRow, after: number): boolean {
  return quoteVersion > after || !['uploaded', 'checking', 'quoted', 'expired'].includes(state);
}

async function examine(
  { database }: SettlementTools,
  run: CheckRun,
  policy: SettlementPolicy,
  at: Date,
): Promise<AskedLine[]> {
  const stage = (work: (tx: Tx) => Promise<void>): Promise<void> =>
    database.transaction(async (tx) => {
      await holdFence(tx, run);
      await work(tx);
    });
  await stage(async (tx) => {
    await matchLines(tx, run);
    await storeFactBlockers(tx, run, 'match');
    await storeListBlockers(tx, run);
    await showStage(tx, run.batchId, 'contracts', 0, 1);
  });
  await stage(async (tx) => {
    await storeFactBlockers(tx, run, 'contracts');
    await showStage(tx, run.batchId, 'limits', 0, 1);
  });
  await stage(async (tx) => {
    await storeLimitBlockers(tx, run, policy);
    await storeMeasureBlockers(tx, run);
    await showStage(tx, run.batchId, 'risk', 0, 1);
  });
  const asked = await storeRiskBlockers(database, run, at);
  await stage(async (tx) => {
    await moveLines(tx, run);
    await showStage(tx, run.batchId, 'tax', 0, 1);
  });
  return asked;
}

/** A check whose lines are quoted. */
interface Quoted extends Begun {
  /** What the month held, where fees go by it. */
  readonly month: MonthSums | undefined;
}

async function finish(tools: SettlementTools, tx: Tx, command: Command, begun: Quoted): Promise<void> {
  const { run, policy, plan, version } = begun;
  const batch = await lockBatch(tx, run.batchId);
  await holdFence(tx, run);
  const figures = await batchFigures(tx, run.batchId);
  await storeFigures(tx, run.batchId, figures, command.at);
  const decided = await decideWhole(tools, tx, command, run, figures, version);
  const blockers = [...(await batchBlockers(tx, run, plan, figures)), ...decided];
  await storeBasis(tx, begun, blockers);
  await tx.query(
    `UPDATE public.settlement_batches
        SET state = $2, state_reason = NULL, quote_version = $3, quote_day = $4::date, quoted_at = $5::timestamptz,
            quote_expires_at = $6::timestamptz, fee_rate_millionths = $7, fee_mode = $8, fee_timing = $9,
            tax_bearer = $10, returned_fee = $11, stage = 'tax', stage_done = line_count,
            stage_total = line_count
      WHERE id = $1`,
    [
      run.batchId,
      nextState(batch, 'quote'),
      version,
      run.day,
      command.at,
      quoteExpiry(policy, command.at),
      plan?.kind === 'percent' ? plan.rateMillionths : null,
      plan?.bearing ?? null,
      plan?.chargedWhen ?? null,
      plan?.taxBearer ?? null,
      plan?.returnedFee ?? null,
    ],
  );
  await openRiskCases(tx, command, run);
  await tell(tools, tx, command, begun, figures, { before: batch, state: nextState(batch, 'quote') });
}

/** What the quote stands on, for the confirmation to compare and for the preview to show. */
async function storeBasis(
  tx: Tx,
  { run, plan, price, month }: Quoted,
  blockers: readonly BatchBlocker[],
): Promise<void> {
  await tx.query(
    `UPDATE settlement.batch_details
        SET blockers = $2::jsonb, fee_plan_id = $3, fee_terms = $4::jsonb, month_volume_fen = $5, month_fee_fen = $6,
            fee_class = $7, fee_rating_id = $8, fee_tier = $9, fee_surcharge_millionths = $10
      WHERE batch_id = $1`,
    [
      run.batchId,
      JSON.stringify(blockers),
      plan?.id ?? null,
      plan ? JSON.stringify(termsAnswerOf(plan)) : null,
      month?.volumeFen ?? null,
      month?.feeFen ?? null,
      price?.class ?? null,
      price?.ratingId ?? null,
      price?.tier ?? null,
      price?.surchargeMillionths ?? null,
    ],
  );
}

async function tell(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  { run, version }: Begun,
  { ready, blocked, held, netFen }: BatchFigures,
  { before, state }: { readonly before: BatchRow; readonly state: string },
): Promise<void> {
  const { batchId } = run;
  await addStep(tx, command, batchId, 'quoted', { version, ready, blocked, held, netFen: netFen.toString() });
  await record(tx, command, {
    action: 'settlement-batch.quote',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: before.state, version: before.quoteVersion },
    after: { state, version, ready, blocked, held, netFen },
    count: ready,
  });
  await jobs.emit(
    tx,
    { type: 'settlement.batch.quoted', key: `batch-${batchId}`, payload: { batchId, version, ready, blocked, held } },
    command,
  );
  const isWhole = blocked + held === 0 && ready > 0;
  await tellBatch(tx, command, batchId, isWhole ? 'batch-quoted' : 'batch-stuck');
}
