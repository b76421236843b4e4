import { addDays, type Day, type Month } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { acceptWork, publishTask, type DemoTask, type DoneWork } from './do-tasks';
import type { Crew, DemoStage } from './stage';
import { bankSerialOf, deposit, payBatch, payoutRow, uploadSheet } from './settle-month';
import type { Random } from './synthetic/random';

/** Share of an enterprise's people who do no work in a month: one in so many. */
const idleOneIn = 9;

/** What the first enterprise had settled in a month. */
export interface SettledMonth {
  readonly task: DemoTask;
  readonly work: readonly DoneWork[];
}

/**
 * A whole month of the platform: tasks, work, acceptance, deposit, settlement on the 26th, and the banks' answers of the
 * days after. Gives what the first enterprise settled.
 */
export async function settlePastMonth(demo: DemoStage, crews: readonly Crew[], month: Month): Promise<SettledMonth> {
  const settled: SettledMonth[] = [];
  for (const crew of crews) settled.push(await workAndPay(demo, crew, month));
  // Delayed answers come after hours, returned payments the next morning, silent ones after three days.
  for (const after of [1, 2, 4]) await collectAnswers(demo, addDays(`${month}-26`, after));
  const [first] = settled;
  if (!first) throw new Error('the demo has no enterprise');
  return first;
}

async function workAndPay(demo: DemoStage, { enterprise, workers }: Crew, month: Month): Promise<SettledMonth> {
  const { api, app, random, moveTo } = demo;
  const work = workers
    .filter(() => !random.oneIn(idleOneIn))
    .map((worker) => ({ worker, fen: earned(random, enterprise.monthlyYuan) }));
  moveTo(`${month}-01`, 9);
  const task = await publishTask(api, enterprise, month, work);
  moveTo(`${month}-25`, 18);
  await acceptWork(api, enterprise, task, () => true);
  moveTo(`${month}-26`, 9);
  await deposit(api, enterprise, depositFor(work), bankSerialOf(month, enterprise.id));
  moveTo(`${month}-26`, 10);
  const rows = work.map((done) => payoutRow(task, done, `${Number(month.slice(5))}月${enterprise.taskTitle}`));
  const batch = await uploadSheet(app, api, enterprise, `${month}${enterprise.taskTitle}费.csv`, rows);
  await payBatch(app, api, enterprise, batch);
  return { task, work };
}

/** What the month's work and a service fee of at most 8 % need, up to the next 10,000 yuan. */
export function depositFor(work: readonly DoneWork[]): number {
  const needed = work.reduce((sum, { fen }) => sum + fen, 0) * 1.08;
  return Math.ceil(needed / 1_000_000) * 1_000_000;
}

/** A month's pay: most people are near the lower end, a few earn much. */
export function earned(random: Random, [low, high]: readonly [number, number]): number {
  const share = (random.integer(0, 1_000) / 1_000) ** 3;
  return Math.round((low + (high - low) * share) * 100) + random.integer(0, 99);
}

async function collectAnswers({ app, moveTo }: DemoStage, day: Day): Promise<void> {
  moveTo(day, 11);
  await jobsOf(app).tick('channels.poll');
  await jobsOf(app).drain();
}
