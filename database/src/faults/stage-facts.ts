import type { Queryable } from '@linggong/core';
import type { Stage } from './fault';

/** Where a batch stands, as its driver sees it from outside. */
interface Facts {
  state: string;
  isTaxing: boolean;
  checking: boolean;
  paying: boolean;
  payOpen: boolean;
  sending: boolean;
  sendOpen: boolean;
  sent: number;
  unanswered: number;
  toHear: number;
}

const jobs = (name: string, states: string): string =>
  `EXISTS (SELECT FROM jobs.runs r WHERE r.name = '${name}' AND r.state IN (${states})
     AND (r.payload->>'batchId')::int = b.id)`;

const factsSql = `SELECT b.state, b.stage = 'tax' AS "isTaxing",
    ${jobs('settlement.check', `'running'`)} AS checking,
    ${jobs('settlement.pay', `'running'`)} AS paying, ${jobs('settlement.pay', `'running', 'waiting'`)} AS "payOpen",
    ${jobs('settlement.send', `'running'`)} AS sending, ${jobs('settlement.send', `'running', 'waiting'`)} AS "sendOpen",
    (SELECT count(*)::int FROM settlement.instruction_files i JOIN channels.files f USING (message_id)
      WHERE i.batch_id = b.id AND f.state = 'sent') AS sent,
    (SELECT count(*)::int FROM public.orders o JOIN public.payouts p ON p.order_id = o.id
      WHERE o.batch_id = b.id AND p.state IN ('prepared', 'sent')) AS unanswered,
    (SELECT count(*)::int FROM jobs.outbox WHERE hearer LIKE 'settlement.book-%' AND failed_at IS NULL) AS "toHear"
  FROM public.settlement_batches b WHERE b.id = $1`;

/** What tells that a stage of the worker is under way, and that it is over. */
const probes: Readonly<Record<Exclude<Stage, 'upload' | 'confirm' | 'release'>, Probe>> = {
  check: { begun: (f) => f.checking, over: (f) => f.isTaxing || !['uploaded', 'checking'].includes(f.state) },
  quote: { begun: (f) => f.checking && f.isTaxing, over: (f) => !['uploaded', 'checking'].includes(f.state) },
  pay: { begun: (f) => f.paying, over: (f) => f.state !== 'released' && !f.payOpen },
  send: { begun: (f) => f.sending, over: (f) => f.sent > 0 && !f.sendOpen },
  answers: { begun: (f) => f.sent > 0 && f.unanswered > 0, over: (f) => f.sent > 0 && f.unanswered === 0 },
  book: { begun: (f) => f.toHear > 0 && f.unanswered === 0, over: (f) => f.state === 'completed' },
};

interface Probe {
  begun(facts: Facts): boolean;
  over(facts: Facts): boolean;
}

export type WorkerStage = keyof typeof probes;

/** 'over', 'begun', or undefined while the stage waits for its turn. */
export async function stageState(
  db: Queryable,
  batchId: number,
  stage: WorkerStage,
): Promise<'begun' | 'over' | undefined> {
  const facts = await db.one<Facts>(factsSql, [batchId]);
  if (probes[stage].over(facts)) return 'over';
  return probes[stage].begun(facts) ? 'begun' : undefined;
}
