import type { Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { ConfiguredBy, DecisionTable } from '@linggong/studio';
import type { LineDecision, LineFacts } from '../../domain';
import type { Verdict } from '../../domain/decide';
import { lineInput } from '../decide-lines';
import { appendDecisions } from './append-decisions';
import type { Facts } from './decide';
import { LET_OFF } from './let-off';

/** A line of a batch and what was decided about it. */
export interface DecidedLine {
  readonly id: bigint;
  readonly workerId: number;
  readonly facts: LineFacts;
  readonly decision: LineDecision;
  /** Rows that it was let off (豁免、静默). */
  readonly letOff?: readonly string[];
}

/** The check of a batch, and the version of the table that the batch keeps. */
export interface DecidedBatch {
  readonly batchId: number;
  readonly checkNo: number;
  readonly enterpriseId: number;
  readonly day: Day;
  readonly at: Date;
  readonly policy: ConfiguredBy<DecisionTable>;
  /** Mean of one decision. */
  readonly microseconds: number;
}

/** Lines of one row of approvals, and in memory twice at once. */
const pageSize = 1_000;

/**
 * Keeps what the table `risk.line` decided about the lines of a batch (R6.3, R6.4), in the transaction that stores what is stopped: a row for
 * each line that was not approved, and one for a thousand approvals. Each is explained by the version of the batch, however old.
 */
export async function keepLineDecisions(tx: Tx, batch: DecidedBatch, lines: Iterable<DecidedLine>): Promise<void> {
  let page: DecidedLine[] = [];
  for (const line of lines) {
    if (page.push(line) < pageSize) continue;
    await keepPage(tx, batch, page);
    page = [];
  }
  if (page.length > 0) await keepPage(tx, batch, page);
}

async function keepPage(tx: Tx, batch: DecidedBatch, lines: readonly DecidedLine[]): Promise<void> {
  const { batchId, checkNo, enterpriseId, day, at, policy, microseconds } = batch;
  const inputs = lines.map(inputOf);
  await appendDecisions(tx, {
    request: {
      moment: 'line',
      subjectKind: 'settlement-line',
      day,
      at,
      run: { kind: 'settlement-batch', id: batchId, no: checkNo },
      subjects: lines.map(({ id, workerId }, index) => ({
        id,
        keys: { workerId, enterpriseId, cardId: 0, taskId: 0 },
        facts: inputs[index] ?? {},
      })),
    },
    policy,
    verdicts: lines.map(({ decision }) => verdictOfLine(decision)),
    inputs,
    microseconds,
  });
}

const inputOf = ({ facts, letOff = [] }: DecidedLine): Facts =>
  letOff.length === 0 ? lineInput(facts) : { ...lineInput(facts), [LET_OFF]: letOff.join(' ') };

const verdictOfLine = ({ decision, ruleId, text }: LineDecision): Verdict => ({
  outcome: decision,
  score: 0,
  hits: ruleId === 'otherwise' ? [] : [ruleId],
  reasons: text ? [text] : [],
});
