import { monthOf } from '@linggong/core/domain';
import { acceptWork, publishTask, type DoneWork } from './do-tasks';
import type { DemoWorker } from './find-workers';
import type { Crew, DemoStage } from './stage';
import { depositFor, earned, type SettledMonth } from './past-month';
import { bankSerialOf, deposit, payoutRow, uploadSheet } from './settle-month';
import { registerCast, type WaitingCast } from './waiting-cast';
import { troubledRows } from './troubled-rows';

/** Amounts in fen that a rule of risk or a limit stops. */
const held = { high: 20_500_000, newcomer: 4_000_000 } as const;
const refused = { firstDay: 12_000_000, line: 60_000_000, month: 135_000_000 } as const;

/**
 * The batch that waits for its confirmation: the first enterprise's people of this month, most of them payable, and every
 * kind of blocker that a sheet can meet.
 */
export async function prepareWaitingBatch(demo: DemoStage, crews: readonly Crew[], last: SettledMonth): Promise<void> {
  const [crew, other] = crews;
  if (!crew || !other) throw new Error('the demo has too few enterprises');
  const { api, app, today } = demo;
  const cast = await registerCast(demo, crew);
  const work = workOf(demo, crew, cast);
  const task = await publishTask(api, crew.enterprise, monthOf(today), work);
  const foreign = await publishTask(api, other.enterprise, monthOf(today), work.slice(0, 1));
  const late = new Set(work.slice(20, 26).map(({ worker }) => worker.id));
  await acceptWork(api, crew.enterprise, task, (workerId) => !late.has(workerId));
  for (const { worker } of work.slice(10, 12)) {
    await api.post({ role: 'operator' }, `/v1/workers/${worker.id}/suspend`, { reason: '本人申请暂停接单' });
  }
  await deposit(api, crew.enterprise, depositFor(work), bankSerialOf(monthOf(today), crew.enterprise.id));
  const remark = `${Number(today.slice(5, 7))}月${crew.enterprise.taskTitle}`;
  const plain = work.filter(({ fen }) => fen !== refused.month).map((done) => payoutRow(task, done, remark));
  const trouble = troubledRows({ cast, work, task, foreign, last, crew });
  const rows = interleave(plain, trouble);
  await uploadSheet(app, api, crew.enterprise, `${monthOf(today)}${crew.enterprise.taskTitle}费.csv`, rows);
}

/** Everybody of the crew but the first, and the troubled people who are active. */
function workOf({ random }: DemoStage, { enterprise, workers }: Crew, cast: WaitingCast): DoneWork[] {
  const ordinary = (worker: DemoWorker): DoneWork => ({ worker, fen: earned(random, enterprise.monthlyYuan) });
  const crew = workers.slice(1).map(ordinary);
  const special = [refused.line, refused.month, ...Array.from({ length: 16 }, () => held.high)];
  special.forEach((fen, index) => {
    const done = crew[40 + index];
    if (done) crew[40 + index] = { ...done, fen };
  });
  const troubled = [...cast.wrongHolder, ...cast.withoutContract, ...cast.withoutAuthorization].map(ordinary);
  const newcomers = cast.newcomers.map((worker, index) => ({
    worker,
    fen: index === 0 ? refused.firstDay : held.newcomer,
  }));
  return [...crew, ...troubled, ...newcomers];
}

/** Spreads the troubled rows over the sheet, as they would lie in a real one. */
function interleave<T>(plain: readonly T[], trouble: readonly T[]): T[] {
  const gap = Math.max(1, Math.floor(plain.length / (trouble.length + 1)));
  return plain.flatMap((row, index) => {
    const next = (index + 1) % gap === 0 ? trouble[(index + 1) / gap - 1] : undefined;
    return next === undefined ? [row] : [row, next];
  });
}
