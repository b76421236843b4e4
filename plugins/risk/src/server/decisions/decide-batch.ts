import type { Command, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { ConfiguredBy, DecisionTable } from '@linggong/studio';
import type { BatchFacts, Verdict } from '../../domain/decide';
import { decide } from './decide';
import { keepAndTell } from './decide-and-keep';

/** A batch as a whole, at one of its checks, and the version of the table `risk.batch` that it keeps. */
export interface BatchToDecide {
  readonly batchId: number;
  readonly checkNo: number;
  readonly enterpriseId: number;
  readonly day: Day;
  readonly policy: ConfiguredBy<DecisionTable>;
  readonly facts: BatchFacts;
}

export interface DecidedBatch extends Verdict {
  /** The row of `risk.decisions`. */
  readonly decisionId: bigint;
}

/**
 * Decides a batch before it is confirmed (商户批次, 事中, R6.3) and keeps it with what it stood on, in the caller's transaction. What is held or
 * declined is told, and becomes a case, one a rule and batch.
 * @throws Problem 503 `table-not-decided` where the engine gives no answer in time: nothing is quoted then
 */
export async function decideBatch(
  tx: Tx,
  jobs: Pick<Jobs, 'emit'>,
  command: Command,
  { batchId, checkNo, enterpriseId, day, policy, facts }: BatchToDecide,
): Promise<DecidedBatch> {
  const decided = await decide(tx, {
    moment: 'batch',
    subjectKind: 'settlement-batch',
    day,
    at: command.at,
    run: { kind: 'settlement-batch', id: batchId, no: checkNo },
    subjects: [{ id: batchId, keys: { workerId: 0, enterpriseId, cardId: 0, taskId: 0 }, facts: { ...facts } }],
    policy,
  });
  const [verdict] = decided.verdicts;
  if (verdict === undefined) throw new Error('the table answered nothing about the batch');
  await keepAndTell(tx, jobs, command, decided);
  const { decisionId } = await tx.one<{ decisionId: bigint }>(
    `SELECT max(id) AS "decisionId" FROM risk.decisions WHERE subject_kind = 'settlement-batch' AND subject_id = $1::bigint`,
    [batchId],
  );
  return { ...verdict, decisionId };
}
