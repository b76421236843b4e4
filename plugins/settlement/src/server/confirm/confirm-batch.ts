import { askApproval } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay, type Day, type Fen } from '@linggong/core/domain';
import { cooperationCovers } from '@linggong/e-sign';
import { accountOf, hold } from '@linggong/ledger';
import type { ClassPolicy } from '@linggong/risk';
import { pin } from '@linggong/studio';
import { heldFor, neededFor, prepaidFor, type ReleaseRule } from '../../domain';
import { lockBatch, nextState, type BatchRow } from '../batch-rows';
import { depositAvailable } from '../check/batch-blockers';
import { demandDecision } from '../check/batch-decision';
import { awaitsClassReview } from '../check/class-review';
import { fallenLines } from '../check/fact-blockers';
import { deniedEnterprise, listedLines } from '../check/list-blockers';
import { enqueuePay } from '../pay/pay-job';
import { enterpriseFacts, type EnterpriseFacts } from '../ports/enterprises';
import { batchBlocked, depositInsufficient, nothingPayable, quoteExpired, quoteStale } from '../problems';
import { noteClassPrice, pricedPlanOn } from '../quote/class-price';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { chargeFees } from './charge-fees';
import { holdKeyOf } from './hold-key';
import { insertOrders } from './insert-orders';
import { releaseOf } from './release-of';
import { reserveOrders } from './reserve-orders';
import { StaleQuote } from './stale-quote';

export interface Confirmed {
  readonly orders: number;
  readonly rule: ReleaseRule;
}

/**
 * Binds a quote, in the caller's transaction: holds the money, makes the orders, and reserves acceptances, limits and
 * taxes – all of it or nothing. Small batches are released at once.
 * @throws Problem 409 `illegal-transition`, `quote-stale` (another version), `quote-expired`, `batch-blocked`,
 *   `nothing-payable`, `deposit-insufficient`
 * @throws StaleQuote where something that the quote stands on has changed; the caller rolls back and quotes again
 */
export async function confirmInTransaction(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  batchId: number,
  quoteVersion: number,
): Promise<Confirmed> {
  const day = shanghaiDay(command.at);
  const batch = await lockBatch(tx, batchId);
  const state = nextState(batch, 'confirm');
  if (batch.quoteVersion !== quoteVersion) throw quoteStale(batch.quoteVersion);
  if (batch.quoteExpiresAt && batch.quoteExpiresAt <= command.at) throw quoteExpired();
  const { enterprise, terms } = await standingFacts(tx, batch, day);
  const holdFen = await holdMoney(tx, command, batch, terms);
  const orders = await insertOrders(tx, command, batch, enterprise);
  if (orders === 0) throw nothingPayable();
  await reserveOrders(tx, command, batch, day);
  await noteClassPrice(tx, batchId, batch.enterpriseId, day, command.at);
  // The hold of this batch locks the deposit, so that two confirmations of one enterprise count each other.
  const { rule, versionId } = await releaseOf(tx, batch.enterpriseId, day, holdFen, terms);
  if (versionId !== null) await pin(tx, { kind: 'settlement-batch', ids: [batchId] }, versionId, command.at);
  await tx.query(
    `UPDATE public.settlement_batches
        SET state = $2, confirmed_at = $3::timestamptz, confirmed_by = $4, hold_key = $5, release_rule = $6,
            version = version + 1, updated_at = $3::timestamptz WHERE id = $1`,
    [batchId, state, command.at, command.actor.accountId ?? null, holdKeyOf(batchId), rule],
  );
  await tell(tools, tx, command, batch, orders, holdFen);
  if (rule === 'automatic') await releaseAtOnce(tools, tx, command, batchId);
  else await askForRelease(tx, command, batch, orders, holdFen);
  return { orders, rule };
}

/** Looks again at everything that the quote stands on and that nobody reserves. @throws StaleQuote, Problem 409 */
async function standingFacts(
  tx: Tx,
  batch: BatchRow,
  day: Day,
): Promise<{ enterprise: EnterpriseFacts; terms: ClassPolicy | undefined }> {
  if (batch.quoteDay === null || monthOf(batch.quoteDay) !== monthOf(day)) throw new StaleQuote('month');
  const enterprise = await enterpriseFacts(tx, batch.enterpriseId);
  if (enterprise?.state !== 'active') throw batchBlocked(['enterprise-inactive']);
  if ((await deniedEnterprise(tx, batch.enterpriseId, day)) !== undefined) throw batchBlocked(['enterprise-denied']);
  if (!(await cooperationCovers(tx, batch.enterpriseId, day))) throw batchBlocked(['cooperation-missing']);
  const { plan, price, policy } = await pricedPlanOn(tx, batch.enterpriseId, day);
  if (plan === undefined) throw batchBlocked(['fee-plan-missing']);
  const quoted = await tx.one<{ planId: number | null; surcharge: bigint | null }>(
    `SELECT fee_plan_id AS "planId", fee_surcharge_millionths AS surcharge FROM settlement.batch_details WHERE batch_id = $1`,
    [batch.id],
  );
  if (plan.id !== quoted.planId) throw new StaleQuote('fee-plan');
  // Another class that costs the same is no other quote.
  if ((price?.surchargeMillionths ?? 0n) !== (quoted.surcharge ?? 0n)) throw new StaleQuote('fee-class');
  if (await awaitsClassReview(tx, batch.id, policy)) throw new StaleQuote('class-review');
  await demandDecision(tx, batch.id, batch.quoteVersion);
  const fallen = await fallenLines(tx, batch, day);
  if (fallen.length > 0) throw new StaleQuote('lines', fallen);
  const met = await listedLines(tx, batch, day);
  if (met.length > 0) throw new StaleQuote('lines', met);
  return { enterprise, terms: policy };
}

/** Charges a fee that is paid before, and holds the rest; gives what both take of the deposit. */
async function holdMoney(tx: Tx, command: Command, batch: BatchRow, terms: ClassPolicy | undefined): Promise<Fen> {
  const figures = {
    grossFen: batch.grossFen ?? 0n,
    feeFen: batch.feeFen ?? 0n,
    feeTiming: batch.feeTiming ?? 'with-payment',
  };
  const [amountFen, neededFen] = [heldFor(figures), neededFor(figures)];
  if (amountFen === 0n) throw nothingPayable();
  const availableFen = await depositAvailable(tx, batch.enterpriseId);
  const prepaidFen = prepaidFor(neededFen, terms);
  if (prepaidFen > availableFen) throw depositInsufficient(prepaidFen, availableFen);
  await chargeFees(tx, command, batch);
  await hold(tx, command, [
    {
      key: holdKeyOf(batch.id),
      account: accountOf('deposit', batch.enterpriseId),
      amountFen,
      reference: `settlement-batch:${batch.id}`,
    },
  ]);
  return neededFen;
}

/** Above the policy's amount a finance approver – another person – releases the batch (放款复核). */
async function askForRelease(tx: Tx, command: Command, batch: BatchRow, orders: number, holdFen: Fen): Promise<void> {
  const figures = { orders, holdFen, quoteVersion: batch.quoteVersion };
  await askApproval(tx, command, {
    resource: 'settlement-batch',
    action: 'release',
    subject: { id: batch.id, label: batch.number },
    before: { state: 'confirmed', ...figures },
    after: { state: nextState({ state: 'confirmed' }, 'release'), ...figures },
  });
}

async function tell(
  { jobs }: SettlementTools,
  tx: Tx,
  command: Command,
  batch: BatchRow,
  orders: number,
  holdFen: Fen,
): Promise<void> {
  await addStep(tx, command, batch.id, 'confirmed', {
    version: batch.quoteVersion,
    orders,
    holdFen: holdFen.toString(),
  });
  await record(tx, command, {
    action: 'settlement-batch.confirm',
    subject: { kind: 'settlement-batch', id: batch.id },
    before: { state: batch.state },
    after: { state: 'confirmed', quoteVersion: batch.quoteVersion, holdFen: holdFen.toString() },
    count: orders,
  });
  await jobs.emit(
    tx,
    {
      type: 'settlement.batch.confirmed',
      key: `batch-${batch.id}`,
      payload: { batchId: batch.id, enterpriseId: batch.enterpriseId, orders },
    },
    command,
  );
}

async function releaseAtOnce(tools: SettlementTools, tx: Tx, command: Command, batchId: number): Promise<void> {
  const state = nextState({ state: 'confirmed' }, 'release');
  await tx.query(
    `UPDATE public.settlement_batches SET state = $2, released_at = $3::timestamptz, updated_at = $3::timestamptz WHERE id = $1`,
    [batchId, state, command.at],
  );
  const platform: Command = { ...command, actor: { kind: 'system', name: 'settlement' } };
  await addStep(tx, platform, batchId, 'released', { rule: 'automatic' });
  await record(tx, platform, {
    action: 'settlement-batch.release',
    subject: { kind: 'settlement-batch', id: batchId },
    before: { state: 'confirmed' },
    after: { state, rule: 'automatic' },
  });
  await enqueuePay(tools.jobs, tx, platform, batchId, 'released');
}
