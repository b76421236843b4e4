import { dependsOnMonth, isCoupled, monthSums, type FeePlan, type MonthSums } from '@linggong/billing';
import type { Command, Database, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import { holdFence, showStage, type CheckRun } from '../check/check-run';
import type { SettlementTools } from '../tools';
import { refuseByChannel } from './channel-refusals';
import { lineFees } from './line-fees';
import { storeRefused, type RefusedLine } from './refused-lines';
import { storeReady, type ReadyLine } from './ready-lines';
import { taxFeedLines, type FeedLine } from './tax-feed-lines';
import { workerChunks } from './worker-chunks';

const CANDIDATES = `SELECT l.id, l.id::text AS "lineKey", l.row_no AS "rowNo", l.worker_id AS "workerId",
         l.amount_fen AS "amountFen", w.vat_role AS "vatRole", w.resident
    FROM settlement.lines l JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
   WHERE l.batch_id = $1 AND l.state IN ('read', 'ready') AND l.codes = '{}' AND l.amount_fen IS NOT NULL
   ORDER BY l.worker_id, l.row_no`;

/** Every round but the last takes lines out of the batch; a batch in which more than these follow each other is a mistake. */
const ROUNDS_MAX = 100;

/**
 * Gives every payable line its fee, taxes and net pay. What cannot be computed (a closed period, a missing parameter, a fee
 * that leaves the worker nothing), and what the bank would refuse, becomes a blocker of its line; where fees depend on each other, the rest is then quoted
 * once more.
 * @returns what the month held, where fees go by the month
 */
export async function quoteLines(
  tools: Pick<SettlementTools, 'database' | 'channels'>,
  command: Command,
  run: CheckRun,
  plan: FeePlan,
  version: number,
): Promise<MonthSums | undefined> {
  const month = dependsOnMonth(plan) ? await monthSums(tools.database, run.enterpriseId, monthOf(run.day)) : undefined;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const refused = await quoteOnce(tools, command, run, { plan, version, month });
    if (refused === 0 || !isCoupled(plan)) break;
  }
  return month;
}

interface Quoting {
  readonly plan: FeePlan;
  readonly version: number;
  readonly month: MonthSums | undefined;
}

/** Quotes every candidate; gives how many could not be quoted. */
async function quoteOnce(
  tools: Pick<SettlementTools, 'database' | 'channels'>,
  command: Command,
  run: CheckRun,
  { plan, version, month }: Quoting,
): Promise<number> {
  const { database } = tools;
  const candidates = await database.query<Omit<FeedLine, 'feeFen'>>(CANDIDATES, [run.batchId]);
  const lines = lineFees(candidates, plan, month);
  const whole = {
    batchFen: candidates.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    payments: candidates.length,
  };
  let done = 0;
  let refused = 0;
  for (const chunk of workerChunks(lines)) {
    const fed = await taxFeedLines(database, run, plan, chunk);
    const quoted = await refuseByChannel(tools, command, run, whole, fed);
    await database.transaction(async (tx) => {
      await holdFence(tx, run);
      refused += await store(tx, run, version, quoted);
    });
    done += chunk.length;
    await showStage(database, run.batchId, 'tax', done, lines.length);
  }
  return refused;
}

async function store(
  tx: Tx,
  run: CheckRun,
  version: number,
  quoted: readonly (ReadyLine | RefusedLine)[],
): Promise<number> {
  const ready: ReadyLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of quoted) {
    if ('code' in line) refused.push(line);
    else ready.push(line);
  }
  await storeReady(tx, version, ready);
  await storeRefused(tx, run, refused);
  return refused.length;
}

/** Without a fee plan nothing can be quoted: what an earlier quote promised is taken back, and the lines wait for the next. */
export function unquoteLines(database: Database, run: CheckRun): Promise<void> {
  return database.transaction(async (tx) => {
    await holdFence(tx, run);
    await tx.query(
      `UPDATE settlement.lines
          SET state = 'read', quote_version = NULL, fee_fen = NULL, gross_fen = NULL, vat_fen = NULL, surcharge_fen = NULL,
              income_tax_fen = NULL, receivable_fen = NULL, collected_fen = NULL, net_fen = NULL
        WHERE batch_id = $1 AND state = 'ready'`,
      [run.batchId],
    );
  });
}
