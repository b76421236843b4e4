import type { Database, Queryable, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import {
  decideLines,
  keepLineDecisions,
  skippedRules,
  type DecidedLine,
  type LineDecision,
  type LineFacts,
} from '@linggong/risk';
import { holdFence, type CheckRun } from './check-run';
import { lineFacts, orderFacts, type CandidateFacts } from './risk-facts';
import { keepRules, riskRulesOf, type RiskRules } from './risk-rules';
import type { AskedLine } from './run-beside';

/**
 * Asks risk about every line that is payable so far; what it does not approve is held, or refused. Every decision is kept with the version
 * that the batch keeps (R6.4).
 * @returns what it was asked
 */
export async function storeRiskBlockers(database: Database, run: CheckRun, at: Date): Promise<AskedLine[]> {
  const rules = await riskRulesOf(database, run.batchId);
  const facts = await lineFacts(database, run);
  const begun = performance.now();
  const lines = await askedLines(rules, facts);
  const microseconds = Math.round(((performance.now() - begun) * 1_000) / Math.max(1, lines.length));
  const { stopped, letOff } = await lessLetOff(database, rules, run, stoppedOf(lines));
  await database.transaction(async (tx) => {
    await holdFence(tx, run);
    await keepRules(tx, run.batchId, rules, at);
    await insertDecisions(tx, run, stopped);
    await keepLineDecisions(tx, { ...run, at, policy: rules, microseconds }, decidedLines(lines, letOff));
  });
  return lines;
}

function* decidedLines(lines: readonly AskedLine[], letOff: ReadonlyMap<bigint, DecidedLine>): Generator<DecidedLine> {
  for (const { facts, decision } of lines)
    yield letOff.get(facts.id) ?? { id: facts.id, workerId: facts.workerId, facts: factsAlone(facts), decision };
}

/**
 * How many of the fresh orders of a batch risk does not approve, after their months were reserved: what another batch, or
 * another enterprise, paid since the check counts. Only workers with something outside of this batch are asked about: the
 * others stand as they were examined, and asking about a hundred thousand takes five seconds under locks.
 */
export async function riskyOrders(
  tx: Tx,
  batch: { readonly id: number; readonly enterpriseId: number },
  day: Day,
): Promise<number> {
  const facts = await orderFacts(tx, batch, day);
  const moved = facts.filter(({ monthFen, batchFen, enterpriseCount }) => monthFen !== batchFen || enterpriseCount > 1);
  const rules = await riskRulesOf(tx, batch.id);
  return (await notApproved(tx, rules, { enterpriseId: batch.enterpriseId, day }, moved)).length;
}

interface Stopped extends AskedLine {
  readonly id: bigint;
}

/** Whom the rules stop; somebody who is let off rules (豁免、静默) is stopped by the others alone. */
async function notApproved(
  db: Queryable,
  version: RiskRules,
  whose: Pick<CheckRun, 'enterpriseId' | 'day'>,
  facts: readonly CandidateFacts[],
): Promise<Stopped[]> {
  return (await lessLetOff(db, version, whose, stoppedOf(await askedLines(version, facts)))).stopped;
}

interface LessLetOff {
  /** What is stopped all the same. */
  readonly stopped: Stopped[];
  /** What was decided about those who were let off a rule that hit them, by the id of their line. */
  readonly letOff: ReadonlyMap<bigint, DecidedLine>;
}

async function lessLetOff(
  db: Queryable,
  version: RiskRules,
  { enterpriseId, day }: Pick<CheckRun, 'enterpriseId' | 'day'>,
  stopped: readonly Stopped[],
): Promise<LessLetOff> {
  const letOff = new Map<bigint, DecidedLine>();
  if (stopped.length === 0) return { stopped: [], letOff };
  const workerIds = [...new Set(stopped.map(({ facts: { workerId } }) => workerId))];
  const skipped = await skippedRules(db, { enterpriseId, workerIds, day });
  const groups = new Map<string, CandidateFacts[]>();
  const standing = stopped.filter(({ facts: line, decision: { ruleId } }) => {
    const rules = skipped.get(line.workerId) ?? [];
    if (!rules.includes(ruleId)) return true;
    groups.set(rules.join(' '), [...(groups.get(rules.join(' ')) ?? []), line]);
    return false;
  });
  for (const [names, lines] of groups) {
    const rules = names.split(' ');
    const decided = await askedLines(version, lines, rules);
    standing.push(...stoppedOf(decided));
    for (const { facts, decision } of decided)
      letOff.set(facts.id, {
        id: facts.id,
        workerId: facts.workerId,
        facts: factsAlone(facts),
        decision,
        letOff: rules,
      });
  }
  return { stopped: standing, letOff };
}

async function askedLines(
  { content }: RiskRules,
  facts: readonly CandidateFacts[],
  without: readonly string[] = [],
): Promise<AskedLine[]> {
  const decided = await decideLines(content, facts.map(factsAlone), without);
  return facts.flatMap((line, index) => {
    const decision = decided[index];
    return decision ? [{ facts: line, decision }] : [];
  });
}

function stoppedOf(lines: readonly AskedLine[]): Stopped[] {
  return lines.flatMap((line) => (line.decision.decision === 'approve' ? [] : [{ ...line, id: line.facts.id }]));
}

function factsAlone({ id: _id, workerId: _workerId, batchFen: _batchFen, ...line }: CandidateFacts): LineFacts {
  return line;
}

async function insertDecisions(
  tx: Tx,
  { batchId, checkNo }: CheckRun,
  stopped: readonly { id: bigint; decision: LineDecision }[],
): Promise<void> {
  if (stopped.length === 0) return;
  await tx.query(
    `INSERT INTO settlement.blockers (line_id, batch_id, check_no, lasting, code, params)
     SELECT id, $1, $2, false, code, params::jsonb FROM unnest($3::bigint[], $4::text[], $5::text[]) AS d (id, code, params)`,
    [
      batchId,
      checkNo,
      stopped.map(({ id }) => id),
      stopped.map(({ decision }) => (decision.decision === 'decline' ? 'risk-refused' : 'risk-hold')),
      stopped.map(({ decision }) => JSON.stringify(paramsOf(decision))),
    ],
  );
}

/** What the enterprise and the operator read stands with the line: the words are those of the version that decided. */
function paramsOf({ ruleId, reason, text }: LineDecision): Record<string, string> {
  return { rule: ruleId, reasons: text?.zh ?? reason, reasonsEn: text?.en ?? reason };
}
