import { setTimeout as pause } from 'node:timers/promises';
import { payoutHeader } from '../demo/settle-month';
import { sheetText, yuan } from '../demo/sheet';
import { stages, stageNames, type Fault, type Stage, type Victim } from './fault';
import type { FaultWorld } from './fault-world';
import { createPerson, type Button, type Person } from './person';
import { stageState, type WorkerStage } from './stage-facts';
import { until } from './until';
import type { PreparedEnterprise } from './world-order';

/** How long each stage took undisturbed, in ms: where the moments of strikes are measured. */
export type Spans = Readonly<Record<Stage, number>>;

/** A strike as it happened. */
export interface Strike {
  readonly stage: Stage;
  readonly victim: Victim;
  /** It fell while the stage was under way, and not just after it. */
  readonly inStage: boolean;
  /** From the strike until what was struck worked again. */
  readonly recoverySeconds: number;
}

/** Breaks something and settles when it is there again. */
export type Strikes = (victim: Victim) => Promise<void>;

export interface BatchRun {
  readonly batchId: number;
  readonly strikes: readonly Strike[];
  readonly spans: Spans;
  readonly troubles: ReadonlyMap<string, number>;
}

export interface BatchOrder {
  readonly enterprise: PreparedEnterprise;
  /** Differs for each batch of an enterprise: so do its amounts. */
  readonly serial: number;
  readonly faults: readonly Fault[];
  readonly spans: Spans;
}

/** The least payment of a batch: 120 yuan; amounts differ from batch to batch, so that no line is another's duplicate. */
const leastFen = 12_000;

/** Takes one batch from its sheet to its booked payments while the faults strike; does what people do at the screen. */
export async function runBatch(world: FaultWorld, strike: Strikes, order: BatchOrder): Promise<BatchRun> {
  const { enterprise, faults } = order;
  const owner = createPerson(world, `faults.enterprise-${enterprise.id}`);
  const approver = createPerson(world, 'faults.approver');
  const strikes: Strike[] = [];
  const took: Record<string, number> = {};
  let batchId = 0;
  await Promise.all([owner.signIn(), approver.signIn()]);
  for (const stage of stageNames) {
    const mine = faults.filter((fault) => fault.stage === stage);
    const inHand = { world, strike, order, mine, strikes };
    let begun = performance.now();
    if (stage === 'upload') batchId = await uploaded(inHand, owner);
    else if (stage === 'confirm') await confirmed(inHand, owner, batchId);
    else if (stage === 'release') await released(inHand, approver, batchId);
    else begun = await worked(inHand, stage, batchId);
    took[stage] = performance.now() - begun;
  }
  const troubles = new Map(owner.troubles);
  for (const [code, count] of approver.troubles) troubles.set(code, (troubles.get(code) ?? 0) + count);
  // Every stage was measured in the loop above.
  return { batchId, strikes, spans: took as Spans, troubles };
}

interface InHand {
  readonly world: FaultWorld;
  readonly strike: Strikes;
  readonly order: BatchOrder;
  /** Faults of the stage in hand. */
  readonly mine: readonly Fault[];
  readonly strikes: Strike[];
}

/** Presses a button while the faults of its stage strike, one after the other. */
async function pressed<A>(
  inHand: InHand,
  person: Person,
  button: Button,
  look: () => Promise<A | undefined>,
): Promise<A> {
  let done = false;
  const pressing = person.press(button, look).finally(() => (done = true));
  for (const fault of inHand.mine) await struck(inHand, fault, async () => !done);
  return pressing;
}

async function struck(
  { strike, order, strikes }: InHand,
  fault: Fault,
  underWay: () => Promise<boolean>,
): Promise<void> {
  const { stage, victim, moment } = fault;
  await pause(moment * order.spans[stage]);
  // The database may be down by another fault just now; then nobody knows, and it is not counted.
  const inStage = await underWay().catch(() => false);
  const begun = performance.now();
  await strike(victim);
  strikes.push({ stage, victim, inStage, recoverySeconds: (performance.now() - begun) / 1_000 });
}

async function uploaded(inHand: InHand, owner: Person): Promise<number> {
  const { enterprise, serial } = inHand.order;
  const fileName = `faults-${serial}.csv`;
  const rows = enterprise.people.map((person, index) => [
    person.name,
    person.identityNumber,
    person.phone,
    person.cardNumber,
    enterprise.taskNumber,
    yuan(leastFen + serial * 7 + (index % 97) * 100_03),
    '',
  ]);
  const text = sheetText(payoutHeader, rows);
  const button = {
    path: `/v1/settlement-batches?enterpriseId=${enterprise.id}`,
    body: () => {
      const form = new FormData();
      form.append('file', new Blob([text], { type: 'text/csv' }), fileName);
      return form;
    },
  };
  return pressed(inHand, owner, button, () => batchOf(inHand.world, enterprise.id, fileName));
}

async function batchOf({ db }: FaultWorld, enterpriseId: number, fileName: string): Promise<number | undefined> {
  const row = await db.maybeOne<{ id: number }>(
    'SELECT id FROM public.settlement_batches WHERE enterprise_id = $1 AND file_name = $2',
    [enterpriseId, fileName],
  );
  return row?.id;
}

async function confirmed(inHand: InHand, owner: Person, batchId: number): Promise<void> {
  let quoteVersion = await quoteOf(inHand.world, batchId);
  const button = { path: `/v1/settlement-batches/${batchId}/confirm`, body: () => ({ quoteVersion }) };
  await pressed(inHand, owner, button, async () => {
    quoteVersion = await quoteOf(inHand.world, batchId);
    return isBeyond(inHand.world, batchId, ['uploaded', 'checking', 'quoted', 'expired']);
  });
}

function quoteOf({ db }: FaultWorld, batchId: number): Promise<number> {
  return until('the batch has a quote', async () => {
    const row = await db.one<{ version: number; state: string }>(
      'SELECT quote_version AS version, state FROM public.settlement_batches WHERE id = $1',
      [batchId],
    );
    return row.state === 'uploaded' || row.state === 'checking' ? undefined : row.version;
  });
}

async function released(inHand: InHand, approver: Person, batchId: number): Promise<void> {
  const button = { path: `/v1/settlement-batches/${batchId}/release`, body: () => ({}) };
  await pressed(inHand, approver, button, () => isBeyond(inHand.world, batchId, ['confirmed']));
}

async function isBeyond({ db }: FaultWorld, batchId: number, states: readonly string[]): Promise<true | undefined> {
  const { state } = await db.one<{ state: string }>('SELECT state FROM public.settlement_batches WHERE id = $1', [
    batchId,
  ]);
  return states.includes(state) ? undefined : true;
}

/** Waits for a stage of the worker, striking each time that it is found under way. Gives when it had begun. */
async function worked(inHand: InHand, stage: WorkerStage, batchId: number): Promise<number> {
  const { db } = inHand.world;
  const state = () => stageState(db, batchId, stage);
  await until(`${stage} of batch ${batchId} has begun`, state);
  const begun = performance.now();
  for (const fault of inHand.mine) {
    await until(`${stage} of batch ${batchId} has begun`, state);
    await struck(inHand, fault, async () => (await state()) === 'begun');
  }
  await until(`${stage} of batch ${batchId} is over`, async () => (await state()) === 'over');
  return begun;
}

/** Spans to begin with, before one batch has been measured. */
export const guessedSpans = Object.fromEntries(Object.keys(stages).map((stage) => [stage, 500])) as Spans;
