import { rowSource, withinDaysUtc } from '@linggong/studio';

interface PastRelease {
  readonly cursor: number;
  readonly number: string;
  readonly holdFen: bigint;
  readonly dayFen: bigint;
}

/** Day of Shanghai on which a batch was confirmed. */
const day = (batch: string): string => `(${batch}.confirmed_at + interval '8 hours')::date`;

const CONFIRMED = `SELECT b.id AS cursor, b.number, (b.gross_fen + b.fee_fen)::bigint AS "holdFen",
    coalesce((SELECT sum(e.gross_fen + e.fee_fen) FROM public.settlement_batches e
      WHERE e.enterprise_id = b.enterprise_id AND e.release_rule = 'automatic' AND e.confirmed_at < b.confirmed_at
        AND ${day('e')} = ${day('b')}), 0)::bigint AS "dayFen"
  FROM public.settlement_batches b WHERE b.release_rule IS NOT NULL AND ${withinDaysUtc('b.confirmed_at')}`;

/** Batches that were confirmed, asked again whether their release waits for a second person (历史批次放款). What classes ask comes on top. */
export const pastReleases = rowSource<PastRelease>({
  name: { zh: '历史批次放款', en: 'Releases of past batches' },
  rows: CONFIRMED,
  item: ({ cursor, number, holdFen, dayFen }) => ({
    subject: { label: number, link: `/settlement-batches/${cursor.toString()}/show` },
    input: { step: 'release', amountFen: Number(holdFen), dayFen: Number(dayFen) },
    amountFen: Number(holdFen),
  }),
});
