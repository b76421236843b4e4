import type { Queryable } from '@linggong/core';
import { addDays, shanghaiMinute, startOfDay, type Fen } from '@linggong/core/domain';
import type { BatchFacts } from '@linggong/risk';
import type { BatchFigures } from '../quote/batch-figures';
import type { CheckRun } from './check-run';

/** Fen of a whole thousand of yuan. */
const ROUND_FEN = 100_000;

/** A card that was added within so many days counts as changed where its holder was paid before. */
const CARD_DAYS = 7;

/** Batches of so many days are what an enterprise usually pays. */
const USUAL_DAYS = 90;

/**
 * The payees of the ready lines of a batch, each looked up once by key ($1 the batch, $2 the enterprise, $3 the day, $4 since when a card is
 * new). A limit keeps the lookups by index: hashed, they would read a year of everybody's days.
 */
const PAYEES = `WITH ready AS MATERIALIZED (
    SELECT worker_id, card_id, amount_fen FROM settlement.lines WHERE batch_id = $1 AND state = 'ready'
  ), amount AS (
    SELECT amount_fen, count(*) AS n FROM ready GROUP BY amount_fen
  ), payee AS (
    SELECT r.worker_id, p.worker_id IS NULL AS is_new, coalesce(c.is_new, false) AS has_new_card, coalesce(o.is_paid, false) AS is_shared
      FROM (SELECT worker_id, max(card_id) AS card_id FROM ready GROUP BY worker_id) r
      LEFT JOIN risk.published_payees p ON p.enterprise_id = $2 AND p.worker_id = r.worker_id
      LEFT JOIN LATERAL (SELECT f.added_at >= $4::timestamp AS is_new FROM parties.published_card_facts f
         WHERE f.card_id = r.card_id AND p.worker_id IS NOT NULL LIMIT 1) c ON true
      LEFT JOIN LATERAL (SELECT true AS is_paid FROM risk.published_worker_days d
         WHERE d.worker_id = r.worker_id AND d.day = $3::date AND d.enterprise_id <> $2 LIMIT 1) o ON true
  )
  SELECT (SELECT coalesce(max(n), 0) FROM amount)::int AS same,
         (SELECT coalesce(sum(n) FILTER (WHERE amount_fen % ${ROUND_FEN} = 0), 0) FROM amount)::int AS round,
         count(*)::int AS payees, (count(*) FILTER (WHERE is_new))::int AS fresh, (count(*) FILTER (WHERE has_new_card))::int AS changed,
         (count(*) FILTER (WHERE is_shared))::int AS shared
    FROM payee`;

interface Payees {
  readonly same: number;
  readonly round: number;
  readonly payees: number;
  readonly fresh: number;
  readonly changed: number;
  readonly shared: number;
}

/** What an enterprise confirmed before ($1 the enterprise, $2 the batch, $3 since when, $4 begin of the day). */
const USUAL = `SELECT count(*)::int AS before, (count(*) FILTER (WHERE confirmed_at >= $4::timestamptz))::int AS today,
    coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY coalesce(amount_fen, gross_fen)), 0)::bigint AS "medianFen"
  FROM public.settlement_batches
 WHERE enterprise_id = $1 AND id <> $2 AND confirmed_at >= $3::timestamptz AND state <> 'cancelled'`;

interface Usual {
  readonly before: number;
  readonly today: number;
  readonly medianFen: Fen;
}

/**
 * What risk is told of a batch as a whole (R6.3), in two statements whatever its size: its ready lines as they stand, and what its enterprise
 * confirmed before.
 */
export async function batchFacts(
  db: Queryable,
  { batchId, enterpriseId, day }: CheckRun,
  figures: BatchFigures,
  at: Date,
  enterpriseClass: BatchFacts['enterpriseClass'],
): Promise<BatchFacts> {
  const newSince = startOfDay(addDays(day, 1 - CARD_DAYS));
  // Columns of Strapi bear no time zone and are in UTC.
  const payees = await db.one<Payees>(PAYEES, [batchId, enterpriseId, day, newSince.toISOString().slice(0, 19)]);
  const since = startOfDay(addDays(day, 1 - USUAL_DAYS));
  const usual = await db.one<Usual>(USUAL, [enterpriseId, batchId, since, startOfDay(day)]);
  const hour = Number(shanghaiMinute(at).slice(11, 13));
  return {
    payments: figures.ready,
    payees: payees.payees,
    totalFen: Number(figures.amountFen),
    readyPercent: percent(figures.ready, figures.total - figures.excluded),
    heldPercent: percent(figures.held, figures.total - figures.excluded),
    newPayeePercent: percent(payees.fresh, payees.payees),
    equalAmountPercent: percent(payees.same, figures.ready),
    roundAmountPercent: percent(payees.round, figures.ready),
    hour,
    outsideHours: hour < 8 || hour >= 20 ? 1 : 0,
    medianPercent: usual.medianFen === 0n ? 0 : Number((figures.amountFen * 100n) / usual.medianFen),
    batchesBefore: usual.before,
    batchesToday: usual.today,
    changedCardPercent: percent(payees.changed, payees.payees),
    sharedPayeePercent: percent(payees.shared, payees.payees),
    enterpriseClass,
  };
}

/** Whole percent, rounded down; 0 of nothing. */
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 100) / whole));
