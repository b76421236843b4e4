import { rowSource } from '@linggong/studio';

interface PastBatch {
  readonly cursor: bigint;
  readonly batchId: number;
  readonly number: string;
  readonly input: Readonly<Record<string, number | string | boolean>>;
}

/** Of each batch of the period the decision about its last quote: what it was edited from before says nothing of what was paid. */
const LAST = `SELECT d.id AS cursor, b.id AS "batchId", b.number, d.input
  FROM risk.published_batch_decisions d
  JOIN settlement.batch_decisions q ON q.decision_id = d.id AND q.batch_id = d.batch_id
  JOIN public.settlement_batches b ON b.id = q.batch_id AND b.quote_version = q.quote_version
 WHERE d.day BETWEEN $1::date AND $2::date`;

/** Where the past of the table `risk.batch` is (R13.1): batches as they stood when they were decided. The version in force is asked again. */
export const pastBatchesSource = rowSource<PastBatch>({
  name: { zh: '历史结算批次', en: 'Past settlement batches' },
  rows: LAST,
  item: ({ batchId, number, input }) => ({
    subject: { label: number, link: `/settlement-batches/${batchId.toString()}/show` },
    input,
    amountFen: Number(input['totalFen'] ?? 0),
  }),
});
