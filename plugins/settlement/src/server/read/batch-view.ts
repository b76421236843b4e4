import type { ChargeTime, ClassTier } from '@linggong/billing';
import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import { notFound, rateText, type Day } from '@linggong/core/domain';
import {
  batchStateTitles,
  blockerOf,
  type BatchBlockerCode,
  type BatchDetail,
  type BatchRow,
  type BlockerParams,
  type Figures,
  type Stage,
} from '../../api';
import type { BatchState, ReleaseRule } from '../../domain';
import { depositAvailable } from '../check/batch-blockers';
import { batchKind } from '../problems';
import { riskRulesShown } from '../check/risk-rules';
import { nextActions } from './next-actions';
import { riskOnBatch } from './risk-view';
import { routingOfBatch } from './routing-view';
import { orderCountsOf } from './order-counts';
import { releaseAwaited } from './release-awaited';
import { progressOf } from './stage-progress';
import { wireRow } from './wire-row';

/** Of a quote, the blocker that risk clears; batches that were cancelled or expired keep theirs, and nobody waits for them. */
const AWAITS_RISK = `CASE WHEN b.state <> 'quoted' THEN NULL WHEN d.blockers @> '[{"code": "batch-declined"}]' THEN 'batch-declined'
  WHEN d.blockers @> '[{"code": "batch-review"}]' THEN 'batch-review' WHEN d.blockers @> '[{"code": "class-review"}]' THEN 'class-review' END`;

/** Columns of a batch list, over `b` (settlement_batches), `d` (their details) and `e` (enterprises as parties publishes them). */
export const batchColumns = {
  id: 'b.id',
  number: 'b.number',
  enterpriseId: 'b.enterprise_id',
  enterpriseName: 'e.name',
  state: 'b.state',
  fileName: 'b.file_name',
  lineCount: 'b.line_count',
  readyCount: 'b.ready_count',
  blockedCount: 'b.blocked_count',
  heldCount: 'b.held_count',
  excludedCount: 'b.excluded_count',
  grossFen: 'b.gross_fen',
  netFen: 'b.net_fen',
  quoteVersion: 'b.quote_version',
  quoteExpiresAt: 'b.quote_expires_at',
  uploadedAt: 'b.uploaded_at',
  confirmedAt: 'b.confirmed_at',
  releasedAt: 'b.released_at',
  completedAt: 'b.completed_at',
  awaitsRisk: AWAITS_RISK,
} as const;

export const BATCH_FROM = `public.settlement_batches b JOIN parties.published_enterprise_facts e ON e.enterprise_id = b.enterprise_id
   LEFT JOIN settlement.batch_details d ON d.batch_id = b.id`;

export const batchSelect = Object.entries(batchColumns)
  .map(([name, sql]) => `${sql} AS "${name}"`)
  .join(', ');

interface StoredBatch {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly enterpriseName: string;
  readonly state: BatchState;
  readonly fileName: string;
  readonly lineCount: number;
  readonly readyCount: number;
  readonly blockedCount: number;
  readonly heldCount: number;
  readonly excludedCount: number;
  readonly grossFen: bigint | null;
  readonly netFen: bigint | null;
  readonly quoteVersion: number;
  readonly quoteExpiresAt: Date | null;
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly completedAt: Date | null;
  readonly awaitsRisk: BatchRow['awaitsRisk'];
}

interface StoredDetail {
  readonly stateReason: string | null;
  readonly sha256: string | null;
  readonly runId: string | null;
  readonly stage: Stage;
  readonly stageDone: number;
  readonly stageTotal: number;
  readonly feeFen: bigint | null;
  readonly amountFen: bigint | null;
  readonly feeTiming: ChargeTime | null;
  readonly feeTerms: BatchDetail['feeTerms'];
  readonly feeClass: string | null;
  readonly feeRatingId: number | null;
  readonly feeTier: ClassTier | null;
  readonly feeSurcharge: bigint | null;
  readonly feeRate: bigint | null;
  readonly vatFen: bigint | null;
  readonly surchargeFen: bigint | null;
  readonly incomeTaxFen: bigint | null;
  readonly receivableFen: bigint | null;
  readonly collectedFen: bigint | null;
  readonly netMaxFen: bigint | null;
  readonly netMedianFen: bigint | null;
  readonly workers: number | null;
  readonly blockedFen: bigint | null;
  readonly heldFen: bigint | null;
  readonly excludedFen: bigint | null;
  readonly quotedAt: Date | null;
  readonly quoteDay: Day | null;
  readonly releaseRule: ReleaseRule | null;
  readonly confirmedBy: number | null;
  readonly sheet: Pick<BatchDetail['sheet'], 'format' | 'encoding' | 'sheetName' | 'columns'>;
  readonly blockers: { readonly code: BatchBlockerCode; readonly params: BlockerParams }[];
}

const DETAIL = `SELECT b.state_reason AS "stateReason", b.file_sha_256 AS sha256, b.run_id AS "runId", b.stage,
    b.stage_done AS "stageDone", b.stage_total AS "stageTotal", b.fee_fen AS "feeFen", b.fee_rate_millionths AS "feeRate",
    b.amount_fen AS "amountFen", b.fee_timing AS "feeTiming", d.fee_terms AS "feeTerms",
    d.fee_class AS "feeClass", d.fee_rating_id AS "feeRatingId", d.fee_tier AS "feeTier", d.fee_surcharge_millionths AS "feeSurcharge",
    b.vat_fen AS "vatFen", b.surcharge_fen AS "surchargeFen", b.income_tax_fen AS "incomeTaxFen",
    b.receivable_fen AS "receivableFen", d.collected_fen AS "collectedFen", d.net_max_fen AS "netMaxFen",
    d.net_median_fen AS "netMedianFen", d.worker_count AS workers,
    d.blocked_fen AS "blockedFen", d.held_fen AS "heldFen", d.excluded_fen AS "excludedFen",
    b.quoted_at AS "quotedAt", b.quote_day AS "quoteDay",
    b.release_rule AS "releaseRule", b.confirmed_by AS "confirmedBy", d.sheet, d.blockers
  FROM public.settlement_batches b JOIN settlement.batch_details d ON d.batch_id = b.id WHERE b.id = $1`;

type Stored = StoredBatch & StoredDetail;
type Viewer = { readonly id: number; readonly role: Role };

/** A batch as its page shows it, with the buttons that an account may press now. @throws Problem 404 */
export async function batchView(db: Queryable, batchId: number, viewer: Viewer, now: Date): Promise<BatchDetail> {
  const row = await db.maybeOne<StoredBatch>(`SELECT ${batchSelect} FROM ${BATCH_FROM} WHERE b.id = $1`, [batchId]);
  if (row === undefined) throw notFound(batchKind);
  const batch: Stored = { ...row, ...(await db.one<StoredDetail>(DETAIL, [batchId])) };
  const figures = figuresOf(batch);
  const orders = batch.confirmedAt === null ? null : await orderCountsOf(db, batchId);
  const availableFen = Number(await depositAvailable(db, batch.enterpriseId));
  const isQuote = batch.state === 'quoted' || batch.state === 'expired';
  const afterFen = isQuote && figures ? availableFen - figures.holdFen : null;
  return {
    ...wireRow(row),
    stateTitle: batchStateTitles[batch.state],
    stateReason: batch.stateReason,
    sheet: { ...batch.sheet, columns: [...batch.sheet.columns], sha256: batch.sha256 },
    counts: countsOf(batch),
    figures,
    orders,
    deposit: { availableFen, afterFen },
    quote: quoteOf(batch),
    feeTerms: batch.feeTerms,
    feeClass: feeClassOf(batch),
    riskRules: await riskRulesShown(db, batchId),
    risk: await riskOnBatch(db, batchId, batch.quoteVersion, viewer.role),
    routing: batch.confirmedAt === null ? null : await routingOfBatch(db, batchId, viewer.role),
    blockers: isQuote ? batch.blockers.map(({ code, params }) => blockerOf(code, params)) : [],
    progress: { runId: batch.runId, stages: progressOf(batch, orders) },
    nextActions: nextActions(
      {
        state: batch.state,
        ready: batch.readyCount,
        blockers: batch.blockers.map(({ code }) => code),
        isExpired: batch.quoteExpiresAt !== null && batch.quoteExpiresAt <= now,
        confirmedBy: batch.confirmedBy,
        effect: effectOf(batch, figures, afterFen),
      },
      viewer,
    ),
    releaseRule: batch.releaseRule ?? (await releaseAwaited(db, batch, now)),
  };
}

function countsOf(batch: Stored): BatchDetail['counts'] {
  const {
    lineCount: total,
    readyCount: ready,
    blockedCount: blocked,
    heldCount: held,
    excludedCount: excluded,
  } = batch;
  return { total, ready, blocked, held, excluded, read: total - ready - blocked - held - excluded };
}

function figuresOf(batch: Stored): Figures | null {
  if (batch.grossFen === null) return null;
  const fen = (value: bigint | null): number => Number(value ?? 0n);
  const [grossFen, feeFen] = [fen(batch.grossFen), fen(batch.feeFen)];
  const amountFen = fen(batch.amountFen);
  const insideFen = batch.feeTerms?.bearing === 'inside' ? feeFen : 0;
  const [vatFen, surchargeFen, incomeTaxFen] = [fen(batch.vatFen), fen(batch.surchargeFen), fen(batch.incomeTaxFen)];
  return {
    amountFen,
    grossFen,
    feeFen,
    feeRate: batch.feeRate === null ? null : rateText(batch.feeRate),
    vatFen,
    surchargeFen,
    incomeTaxFen,
    taxFen: vatFen + surchargeFen + incomeTaxFen,
    receivableFen: fen(batch.receivableFen),
    collectedFen: fen(batch.collectedFen),
    netFen: fen(batch.netFen),
    taxBorneFen: grossFen - (amountFen - insideFen),
    enterpriseFen: grossFen + feeFen,
    holdFen: batch.feeTiming === 'after' ? grossFen : grossFen + feeFen,
    netMaxFen: fen(batch.netMaxFen),
    netMedianFen: fen(batch.netMedianFen),
  };
}

function quoteOf({ quoteVersion, quotedAt, quoteExpiresAt, quoteDay }: Stored): BatchDetail['quote'] {
  if (quoteVersion === 0 || !quotedAt || !quoteExpiresAt || !quoteDay) return null;
  return {
    version: quoteVersion,
    quotedAt: quotedAt.toISOString(),
    expiresAt: quoteExpiresAt.toISOString(),
    day: quoteDay,
  };
}

function feeClassOf({ feeClass, feeRatingId, feeTier, feeSurcharge }: Stored): BatchDetail['feeClass'] {
  if (feeClass === null || feeRatingId === null || feeTier === null) return null;
  const surcharge = feeSurcharge ? rateText(feeSurcharge) : null;
  return { class: feeClass, ratingId: feeRatingId, tier: feeTier, surcharge };
}

const known = (fen: bigint | null): number | null => (fen === null ? null : Number(fen));

function effectOf(batch: Stored, figures: Figures | null, depositAfterFen: number | null) {
  if (figures === null) return null;
  const { grossFen, feeFen, taxFen, netFen, holdFen } = figures;
  return {
    orders: batch.readyCount,
    workers: batch.workers ?? 0,
    grossFen,
    feeFen,
    taxFen,
    netFen,
    holdFen,
    depositAfterFen,
    blockedLines: batch.blockedCount,
    heldLines: batch.heldCount,
    excludedLines: batch.excludedCount,
    blockedFen: known(batch.blockedFen),
    heldFen: known(batch.heldFen),
    excludedFen: known(batch.excludedFen),
  };
}
