import type { Queryable, Tx } from '@linggong/core';
import { contractJoin } from '../ports/contract-coverage';
import type { CheckRun } from './check-run';

/** A blocker is there where its params are; NULL means that all is well. Params are built only for lines that fail. */
const when = (code: string, condition: string, params = `'{}'::jsonb`): string =>
  `('${code}', CASE WHEN ${condition} THEN ${params} END)`;

const HAS_IDENTITY_FAULT = `coalesce(jsonb_path_exists(l.faults, '$[*].code ? (@ starts with "identity-")'), false)`;
const HAS_CARD_FAULT = `coalesce(jsonb_path_exists(l.faults, '$[*].code ? (@ starts with "card-")'), false)`;
const ON_SOMEBODY_ELSE = `EXISTS (SELECT 1 FROM parties.published_card_facts o
  WHERE o.card_blind = encode(l.card_blind, 'hex') AND o.worker_id <> l.worker_id AND o.replaced_at IS NULL)`;
const CARD_UNFOUND = `l.worker_id IS NOT NULL AND l.card_id IS NULL AND l.card_blind IS NOT NULL AND NOT ${HAS_CARD_FAULT}`;
const TASK = `jsonb_build_object('taskNumber', l.task_number)`;

/** What must be true of worker, card and task for a payment on day $2 by enterprise $3. */
const matchRules = [
  when('worker-unknown', `l.worker_id IS NULL AND l.identity_blind IS NOT NULL AND NOT ${HAS_IDENTITY_FAULT}`),
  when('worker-name-mismatch', `l.name_blind IS NOT NULL AND w.name_blind <> encode(l.name_blind, 'hex')`),
  when('worker-inactive', `w.state <> 'active'`, `jsonb_build_object('state', w.state)`),
  when('real-name-unverified', `w.real_name_state <> 'verified'`, `jsonb_build_object('state', w.real_name_state)`),
  when('card-not-own', `${CARD_UNFOUND} AND ${ON_SOMEBODY_ELSE}`),
  when('card-unregistered', `${CARD_UNFOUND} AND NOT ${ON_SOMEBODY_ELSE}`),
  // The three of R6.1 – verified name, holder of the card, party of the contract – are compared where they meet: here.
  when('card-holder-mismatch', 'c.is_usable AND c.holder_blind <> w.name_blind'),
  when('card-unverified', 'NOT c.is_usable', `jsonb_build_object('state', c.state)`),
  when('task-unknown', 'l.task_number IS NOT NULL AND l.task_id IS NULL', TASK),
  when('task-other-enterprise', 't.enterprise_id <> $3', TASK),
  when('engagement-missing', 't.enterprise_id = $3 AND l.worker_id IS NOT NULL AND l.engagement_id IS NULL', TASK),
  when(
    'task-not-accepted',
    `t.enterprise_id = $3 AND e.state NOT IN ('accepted', 'settled')`,
    `jsonb_build_object('state', e.state)`,
  ),
];

const contractRules = [
  when(
    'contract-missing',
    't.enterprise_id = $3 AND l.worker_id IS NOT NULL AND NOT k.covered',
    `jsonb_build_object('day', $2::text, 'scenario', t.scenario)`,
  ),
  when('contract-party-mismatch', 't.enterprise_id = $3 AND l.worker_id IS NOT NULL AND k.covered AND NOT k.is_own'),
  when(
    'tax-authorization-missing',
    `w.vat_role = 'platform-files' AND NOT coalesce(w.agency_from <= $2::date AND coalesce(w.agency_to >= $2::date, true), false)`,
  ),
];

const facts = `settlement.lines l
  LEFT JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
  LEFT JOIN tasks.published_task_facts t ON t.task_id = l.task_id`;

/** Engagements one by one: joined, the planner would go through all that there are. */
const matchJoins = `LEFT JOIN parties.published_card_facts c ON c.card_id = l.card_id
  LEFT JOIN LATERAL (SELECT g.state FROM tasks.published_engagement_facts g
                      WHERE g.engagement_id = l.engagement_id LIMIT 1) e ON true`;

const rulesOver = (rules: readonly string[]): string =>
  `CROSS JOIN LATERAL (VALUES ${rules.join(',\n')}) AS rule (code, params)`;

type RuleStage = 'match' | 'contracts';
const stages: Readonly<Record<RuleStage, { joins: string; rules: readonly string[] }>> = {
  match: { joins: matchJoins, rules: matchRules },
  contracts: { joins: contractJoin, rules: contractRules },
};

/** Stores why the lines of this check cannot be paid, every reason: facts that hold for the line alone. */
export async function storeFactBlockers(tx: Tx, run: CheckRun, stage: RuleStage): Promise<void> {
  const { joins, rules } = stages[stage];
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT l.id, l.batch_id, l.check_no, true, rule.code, rule.params
       FROM ${facts} ${joins} ${rulesOver(rules)}
      WHERE l.batch_id = $1 AND l.check_no = $4 AND l.state = 'read' AND $2::date IS NOT NULL AND $3::int IS NOT NULL
        AND rule.params IS NOT NULL`,
    [run.batchId, run.day, run.enterpriseId, run.checkNo],
  );
}

/**
 * Lines that were found payable and are not any more: what a confirmation looks at before it binds anybody. Empty while
 * the quote still stands.
 */
export async function fallenLines(
  db: Queryable,
  batch: { readonly id: number; readonly enterpriseId: number },
  day: string,
): Promise<number[]> {
  const rows = await db.query<{ id: bigint }>(
    `SELECT DISTINCT l.id FROM ${facts} ${matchJoins} ${contractJoin} ${rulesOver([...matchRules, ...contractRules])}
      WHERE l.batch_id = $1 AND l.state = 'ready' AND rule.params IS NOT NULL`,
    [batch.id, day, batch.enterpriseId],
  );
  return rows.map(({ id }) => Number(id));
}
