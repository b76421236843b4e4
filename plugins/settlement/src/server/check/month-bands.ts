/**
 * What a worker gets in a month, as limits and risk count it over all payers: what others pay him, and what this enterprise
 * pays him – its orders of the month and this batch – rounded up to whole bands. Were its own part counted to the fen, an
 * enterprise could change an amount in place until the reason comes or goes, and so read off what others paid (income is
 * personal information, PIPL art. 28); in bands it learns at most in which of a few wide spans it lies, and of somebody who earns
 * less elsewhere than what the bands leave below the limit, nothing. Rounded up, so that a limit is never passed; the price is
 * that a payment within a band of the limit waits for a person.
 */

/** Band of what risk is told. Two bands and a half of 150,000 yuan lie between nothing and the lines of its table. */
export const RISK_BAND_FEN = 15_000_000n;

/** Of a limit three eighths, so that no band ends at the limit: there the first fen from elsewhere would show. */
export const limitBandFen = (limitFen: bigint): bigint => (limitFen * 3n) / 8n;

interface Places {
  readonly enterprise: string;
  readonly month: string;
  readonly band: string;
  /** Which orders `o` count, in another state than that of now: a condition. */
  readonly counted?: string;
}

/** Orders that are not undone. */
export const STANDING = `o.state IN ('confirmed', 'paying', 'paid')`;

/** What the enterprise itself pays worker `c` in the month, confirmed and not undone. */
const ownOrders = ({
  enterprise,
  month,
  counted = STANDING,
}: Places): string => `SELECT coalesce(sum(o.amount_fen), 0)::bigint AS fen
  FROM public.orders o JOIN public.settlement_batches ob ON ob.id = o.batch_id
 WHERE o.worker_id = c.worker_id AND o.enterprise_id = ${enterprise} AND ${counted}
   AND to_char(coalesce(o.tax_day, ob.quote_day), 'YYYY-MM') = ${month}`;

/**
 * SQL of the month of worker `c`, with his row `m` of `settlement.worker_months`. Up to one band nothing can be near a limit,
 * so the orders of the many who get less are not looked at.
 * @param places of the parameters: enterprise, month, and the band
 * @param batchFen SQL of all that this batch pays him
 */
export function bandedMonth(places: Places, batchFen: string): string {
  const { band } = places;
  const all = 'coalesce(m.gross_fen, 0)';
  return `CASE WHEN ${all} + ${batchFen} <= ${band} THEN ${all} + ${batchFen}
    ELSE (SELECT greatest(${all} - p.fen, 0) + (p.fen + ${batchFen} + ${band} - 1) / ${band} * ${band}
            FROM (${ownOrders(places)}) p) END`;
}
