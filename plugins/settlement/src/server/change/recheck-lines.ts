import { record, type AuditEntry } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, type Fen } from '@linggong/core/domain';
import type { BlockerCode, Sight } from '../../api';
import type { BatchState, LineState } from '../../domain';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { enqueueCheck } from '../check/check-job';
import { tellChecking } from '../check/tell-checking';
import { batchInWork } from '../problems';
import { codesFor } from '../read/sight';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';

/** Lines of a batch: some by id, or all that carry a blocker. */
export interface LineChoice {
  readonly lineIds?: readonly number[] | undefined;
  readonly blocker?: BlockerCode | undefined;
  /** Whose eyes chose: an enterprise names the reasons that it is told. */
  readonly sight?: Sight | undefined;
}

/** SQL of the chosen lines `l` of batch $1: ids $2, blocker $3. */
const chosen = ({ sight = 'exact' }: LineChoice): string =>
  `l.batch_id = $1 AND ($2::bigint[] IS NULL OR l.id = ANY ($2)) AND ($3::text IS NULL OR $3 = ANY (${codesFor[sight]}))`;

const choiceValues = (batchId: number, { lineIds, blocker }: LineChoice): unknown[] => [
  batchId,
  lineIds ?? null,
  blocker ?? null,
];

/** What is named has to be there: a line of another batch would be left alone without a word. @throws Problem 404 */
async function demandLines(tx: Tx, batchId: number, { lineIds }: LineChoice): Promise<void> {
  if (lineIds === undefined) return;
  const { missing } = await tx.one<{ missing: boolean }>(
    `SELECT EXISTS (SELECT FROM unnest($2::bigint[]) AS named (id)
              WHERE NOT EXISTS (SELECT FROM settlement.lines l WHERE l.id = named.id AND l.batch_id = $1)) AS missing`,
    [batchId, lineIds],
  );
  if (missing) throw notFound({ zh: '结算行', en: 'settlement line' });
}

/**
 * A batch whose check waits or runs is left alone; one whose check has ended without a quote may be checked again. Should
 * somebody still be at it, the fence of the newer check stops him. @throws Problem 409 `batch-in-work`
 */
export async function demandIdle(
  jobs: SettlementTools['jobs'],
  { state, runId }: Pick<BatchRow, 'state' | 'runId'>,
): Promise<void> {
  if (state !== 'checking') return;
  const run = runId === null ? undefined : await jobs.run(runId);
  if (run?.state === 'waiting' || run?.state === 'running') throw batchInWork();
}

/**
 * Examines lines again and quotes the batch anew: the chosen ones, or every line that is not excluded. Gives the run.
 * @throws Problem 404, 409 `illegal-transition`, `batch-in-work`
 */
export async function recheckBatch(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  choice: LineChoice,
): Promise<string> {
  const batch = await lockBatch(tx, batchId);
  await demandIdle(jobs, batch);
  const state = nextState(batch, 'check');
  await demandLines(tx, batchId, choice);
  // An excluded line comes back only where it is named.
  const moved = await moveLines(tx, batchId, choice, 'read', `(l.state <> 'excluded' OR $2::bigint[] IS NOT NULL)`);
  if (moved.length > 0) await record(tx, command, lineEntry('settlement-batch.recheck', batchId, moved, 'read'));
  await addStep(tx, command, batchId, 'check-started', choice.blocker ? { blocker: choice.blocker } : {});
  return startCheck(jobs, tx, command, batch, state);
}

/**
 * Takes lines out of a batch, with a reason, and quotes the rest anew. Gives how many, and the run.
 * @throws Problem 404, 409 `illegal-transition`, `batch-in-work`
 */
export async function excludeLines(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  choice: LineChoice,
): Promise<{ excluded: number; runId: string }> {
  const batch = await lockBatch(tx, batchId);
  await demandIdle(jobs, batch);
  const state = nextState(batch, 'check');
  await demandLines(tx, batchId, choice);
  const moved = await moveLines(tx, batchId, choice, 'excluded', 'true');
  await addStep(tx, command, batchId, 'lines-excluded', { lines: moved.length });
  if (moved.length > 0)
    await record(tx, command, lineEntry('settlement-batch.exclude-lines', batchId, moved, 'excluded'));
  return { excluded: moved.length, runId: await startCheck(jobs, tx, command, batch, state) };
}

interface MovedLine {
  readonly id: bigint;
  readonly before: LineState;
  readonly amountFen: Fen | null;
}

/** Moves the chosen lines of a batch in one statement, and gives what they were. A line that is looked at again keeps its quote. */
function moveLines(
  tx: Tx,
  batchId: number,
  choice: LineChoice,
  to: 'read' | 'excluded',
  further: string,
): Promise<MovedLine[]> {
  return tx.query<MovedLine>(
    `WITH found AS (
       SELECT l.id, l.state FROM settlement.lines l WHERE ${chosen(choice)} AND l.state <> '${to}' AND ${further} FOR UPDATE
     )
     UPDATE settlement.lines l SET state = '${to}'${to === 'excluded' ? ', quote_version = NULL' : ''}
       FROM found WHERE l.id = found.id RETURNING l.id, found.state AS before, l.amount_fen AS "amountFen"`,
    choiceValues(batchId, choice),
  );
}

/** One entry, whatever the number of lines: how many were in which state, what all of them are now, and what they pay. */
function lineEntry(action: string, batchId: number, moved: readonly MovedLine[], to: LineState): AuditEntry {
  const states: Record<string, number> = {};
  for (const { before } of moved) states[`${before}Lines`] = (states[`${before}Lines`] ?? 0) + 1;
  const now = Object.fromEntries([[`${to}Lines`, moved.length]]);
  const amountFen = moved.reduce((sum, line) => sum + (line.amountFen ?? 0n), 0n);
  return {
    action,
    subject: { kind: 'settlement-batch', id: batchId },
    ids: moved.map(({ id }) => id),
    count: moved.length,
    before: { ...states, amountFen },
    after: { ...now, amountFen },
  };
}

/**
 * Puts the check on the queue; from now on nobody else changes the batch until it ends.
 * @param runAt where the caller checks by himself at once, and the job only ends what he could not
 */
export async function startCheck(
  jobs: SettlementTools['jobs'],
  tx: Tx,
  command: Command,
  { id, quoteVersion, state: from }: Pick<BatchRow, 'id' | 'quoteVersion' | 'state'>,
  state: BatchState,
  runAt?: Date,
): Promise<string> {
  const runId = await enqueueCheck(jobs, tx, command, {
    batchId: id,
    after: quoteVersion,
    ...(runAt ? { runAt } : {}),
  });
  await tx.query(
    `UPDATE public.settlement_batches SET state = $2, run_id = $3, stage = 'match', stage_done = 0,
       updated_at = $4::timestamptz WHERE id = $1`,
    [id, state, runId, command.at],
  );
  await tellChecking(tx, command, id, from, state);
  return runId;
}
