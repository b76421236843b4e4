import { withinDaysUtc, type Json, type ReplayItem, type ReplaySource } from '@linggong/studio';

/** Orders that used what they took of limits: what failed or came back gave it back. */
const STOOD = `o.state IN ('confirmed', 'paying', 'paid')`;
const PERIOD = `${withinDaysUtc('o.confirmed_at')} AND ${STOOD}`;

/** Instants of content types are UTC without a zone. */
const local = (instant: string): string => `(${instant} + interval '8 hours')`;

/** What orders `o` sum to in the windows that the confirmation of `c` lies in, as objects that a limit set is asked with. */
const uses = (subject: string): string => {
  const use = (window: string): string => {
    const inWindow = `FILTER (WHERE date_trunc('${window}', ${local('o.confirmed_at')}) = date_trunc('${window}', ${local('c.confirmed_at')}))`;
    return `jsonb_build_object('subject', '${subject}', 'window', '${window}', 'fen', coalesce(sum(o.amount_fen) ${inWindow}, 0),
      'count', count(*) ${inWindow})`;
  };
  return `jsonb_build_array(${['day', 'month', 'year'].map(use).join(', ')})`;
};

/** Orders of the same year up to the confirmation of `c`, which reserves for its whole batch at once. */
const UP_TO = `o.confirmed_at <= c.confirmed_at
  AND o.confirmed_at >= date_trunc('year', ${local('c.confirmed_at')}) - interval '8 hours' AND ${STOOD}`;

/**
 * A page of confirmed orders with what their worker, their enterprise and its kind of work had used with the batch that they came in: what a
 * confirmation reserves. Summed once a batch, whatever the number of its orders.
 */
const PAGE = `WITH page AS MATERIALIZED (
    SELECT o.id, o.row_no, o.batch_id, o.worker_id, o.enterprise_id, o.amount_fen, o.confirmed_at, t.scenario AS kind
      FROM public.orders o JOIN tasks.published_task_facts t ON t.task_id = o.task_id
     WHERE ${PERIOD} AND o.id > $3::int ORDER BY o.id LIMIT $4::int),
  payer AS MATERIALIZED (
    SELECT c.batch_id, ${uses('enterprise')} AS used
      FROM (SELECT DISTINCT batch_id, enterprise_id, confirmed_at FROM page) c
      JOIN public.orders o ON o.enterprise_id = c.enterprise_id AND ${UP_TO} GROUP BY 1),
  work AS MATERIALIZED (
    SELECT c.batch_id, c.kind, ${uses('kind-of-work')} AS used
      FROM (SELECT DISTINCT batch_id, enterprise_id, confirmed_at, kind FROM page) c
      JOIN public.orders o ON o.enterprise_id = c.enterprise_id AND ${UP_TO}
      JOIN tasks.published_task_facts t ON t.task_id = o.task_id AND t.scenario = c.kind GROUP BY 1, 2),
  payee AS MATERIALIZED (
    SELECT c.batch_id, c.worker_id, ${uses('worker')} AS used
      FROM (SELECT DISTINCT batch_id, worker_id, confirmed_at FROM page) c
      JOIN public.orders o ON o.worker_id = c.worker_id AND ${UP_TO} GROUP BY 1, 2)
  SELECT p.id, b.number, p.batch_id AS "batchId", p.row_no AS "rowNo", p.amount_fen AS "amountFen", p.kind, r.class,
         payee.used || payer.used || work.used AS used
    FROM page p JOIN public.settlement_batches b ON b.id = p.batch_id
    JOIN payee USING (batch_id, worker_id) JOIN payer USING (batch_id) JOIN work USING (batch_id, kind)
    LEFT JOIN risk.published_ratings r ON r.enterprise_id = p.enterprise_id ORDER BY p.id`;

interface PastOrder {
  readonly id: number;
  readonly number: string;
  readonly batchId: number;
  readonly rowNo: number;
  readonly amountFen: bigint;
  readonly kind: string;
  readonly class: string | null;
  readonly used: readonly {
    readonly subject: string;
    readonly window: string;
    readonly fen: number;
    readonly count: number;
  }[];
}

/**
 * Where the past of limits is (R6.2, R6.3): orders that were confirmed, by the class that their enterprise has today. All were within the limits
 * of then, so those that a draft stops are a change.
 */
export const pastOrdersSource: ReplaySource = {
  name: { zh: '历史付款（按企业当前等级）', en: 'Past payments, by the present class of the enterprise' },
  // Which limits apply is no decision: whether the payment passes them is.
  reads: (outcome) => {
    const { limits: _limits, ...decided } = outcome as { readonly [name: string]: Json };
    return decided;
  },
  count: async (db, { from, to }) =>
    (await db.one<{ total: number }>(`SELECT count(*)::int AS total FROM public.orders o WHERE ${PERIOD}`, [from, to]))
      .total,
  page: async (db, { from, to, after, limit }) =>
    (await db.query<PastOrder>(PAGE, [from, to, after ?? '0', limit])).map(itemOf),
};

function itemOf({ id, number, batchId, rowNo, amountFen, kind, class: rating, used }: PastOrder): ReplayItem {
  const fen = Number(amountFen);
  // The sums hold the payment itself, which a set adds to what was used before it.
  const before = used.map((use) => ({ ...use, fen: use.fen - fen, count: use.count - 1 }));
  return {
    cursor: id.toString(),
    subject: { label: `${number} / ${rowNo.toString()}`, link: `/settlement-batches/${batchId.toString()}/show` },
    input: { class: rating, kindOfWork: kind, payment: { amountFen: fen, used: before } },
    decided: { verdict: 'within' },
    amountFen: fen,
  };
}
