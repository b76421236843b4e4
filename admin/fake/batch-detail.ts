import {
  batchStateTitles,
  stages,
  stageTitles,
  type BatchDetail,
  type BatchRow,
  type Figures,
} from '@linggong/settlement/api';
import { today } from './rows/at';

const feeOf = (grossFen: number): number => Math.round(grossFen * 0.06);

function figuresOf({ grossFen, netFen, lineCount }: BatchRow): Figures {
  const gross = grossFen ?? 0;
  const net = netFen ?? 0;
  return {
    amountFen: gross,
    grossFen: gross,
    feeFen: feeOf(gross),
    feeRate: '0.06',
    vatFen: 0,
    surchargeFen: 0,
    incomeTaxFen: gross - net,
    taxFen: gross - net,
    receivableFen: 0,
    collectedFen: 0,
    netFen: net,
    taxBorneFen: 0,
    enterpriseFen: gross + feeOf(gross),
    holdFen: gross + feeOf(gross),
    netMaxFen: Math.round(net / lineCount),
    netMedianFen: Math.round(net / lineCount),
  };
}

/** What confirming would do: the effect that its sheet states before it. */
function effectOf(batch: BatchRow, availableFen: number) {
  const { grossFen, feeFen, taxFen, netFen, holdFen } = figuresOf(batch);
  return {
    orders: batch.lineCount,
    workers: batch.lineCount,
    grossFen,
    feeFen,
    taxFen,
    netFen,
    holdFen,
    depositAfterFen: availableFen - holdFen,
    blockedLines: 0,
    heldLines: 0,
    excludedLines: 0,
    blockedFen: 0,
    heldFen: 0,
    excludedFen: 0,
  };
}

const availableFen = 50_000_000;

function ordersOf(batch: BatchRow): BatchDetail['orders'] {
  if (batch.confirmedAt === null) return null;
  const none = { count: 0, netFen: 0 };
  const all = { count: batch.lineCount, netFen: batch.netFen ?? 0 };
  const isPaid = batch.state === 'completed';
  return {
    confirmed: none,
    paying: isPaid ? none : all,
    paid: isPaid ? all : none,
    returned: none,
    failed: none,
    cancelled: none,
  };
}

/** One batch, whole: what its page shows above its lines. */
export function batchDetail(batch: BatchRow): BatchDetail {
  const { lineCount, state, quoteExpiresAt, uploadedAt } = batch;
  const isOver = state !== 'paying';
  return {
    ...batch,
    stateTitle: batchStateTitles[state],
    stateReason: null,
    sheet: { format: 'xlsx', encoding: null, sheetName: 'Sheet1', sha256: null, columns: [] },
    counts: { total: lineCount, read: 0, ready: lineCount, blocked: 0, held: 0, excluded: 0 },
    figures: figuresOf(batch),
    orders: ordersOf(batch),
    deposit: { availableFen, afterFen: state === 'quoted' ? availableFen - figuresOf(batch).holdFen : null },
    quote: { version: batch.quoteVersion, quotedAt: uploadedAt, expiresAt: quoteExpiresAt ?? uploadedAt, day: today },
    feeTerms: null,
    feeClass: null,
    riskRules: null,
    risk: null,
    routing: null,
    blockers: [],
    progress: {
      runId: null,
      stages: stages.map((stage) => ({
        stage,
        title: stageTitles[stage],
        state: isOver ? 'done' : stage === 'pay' ? 'running' : 'waiting',
        done: isOver ? lineCount : 0,
        total: lineCount,
      })),
    },
    nextActions:
      state === 'quoted'
        ? [
            {
              action: 'confirm',
              label: { zh: '确认', en: 'Confirm' },
              enabled: true,
              why: null,
              secondPerson: false,
              reasonRequired: false,
              effect: effectOf(batch, availableFen),
            },
          ]
        : [],
    releaseRule: 'automatic',
  };
}

/** The batch as its confirmation leaves it. */
export const confirmed = (batch: BatchRow, at: string): BatchRow => ({
  ...batch,
  state: 'paying',
  confirmedAt: at,
  releasedAt: at,
});
