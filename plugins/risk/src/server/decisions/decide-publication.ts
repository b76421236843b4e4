import type { Command, Database, Queryable } from '@linggong/core';
import { problem, shanghaiDay, startOfDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { PublicationGuard, TaskToPublish } from '@linggong/tasks';
import type { Verdict } from '../../domain/decide';
import { standingOf } from '../ratings/class-policies';
import { appendDecisions } from './append-decisions';
import { HELD_BY_CLASS, verdictThen } from './class-hold';
import { decide, type Decided, type Facts } from './decide';
import { keepAndTell } from './decide-and-keep';

/**
 * Decides about a task before it is published (任务发布, R4.2, R6.3). A task that is held is published by a reviewer who says why; one that is
 * declined is not. What stops a publication is kept all the same: in a transaction of its own, since the publication's is rolled back.
 * The tasks of a class that is looked at closer, or payment by payment (审核深度, R6.2), are published with a reason as well; held by that
 * alone, the decision is kept with the class, and is no case: nothing was found.
 * @throws Problem 422 `publication-held`, `publication-declined`, with the reasons of the rows that hit
 */
export function decidePublication(database: () => Database, jobs: Pick<Jobs, 'emit'>): PublicationGuard {
  return async (tx, command, task) => {
    const decided = await decidedAbout(tx, command, task);
    const [verdict] = decided.verdicts;
    const isStopped = verdict?.outcome === 'decline' || (verdict?.outcome === 'hold' && !command.reason);
    if (!isStopped) {
      const held = command.reason ? undefined : await heldByClass(tx, task.enterpriseId, decided);
      if (held === undefined) return keepAndTell(tx, jobs, command, decided);
      await database().transaction((own) => appendDecisions(own, held));
      throw stopped({ outcome: 'hold', reasons: held.verdicts.flatMap(({ reasons }) => reasons) });
    }
    await database().transaction((own) => keepAndTell(own, jobs, command, decided));
    throw stopped(verdict);
  };
}

/** What was decided, as a hold, where the class of the enterprise is looked at closer; undefined where it is not. */
async function heldByClass(tx: Queryable, enterpriseId: number, decided: Decided): Promise<Decided | undefined> {
  const standing = await standingOf(tx, enterpriseId);
  if (!standing || standing.policy.reviewDepth === 'usual') return undefined;
  const inputs = decided.inputs.map((input) => ({ ...input, [HELD_BY_CLASS]: standing.class }));
  const verdicts = decided.verdicts.map((verdict, index) => verdictThen(verdict, inputs[index] ?? {}));
  return { ...decided, inputs, verdicts };
}

function decidedAbout(tx: Queryable, command: Command, task: TaskToPublish) {
  return decide(tx, {
    moment: 'task-publication',
    subjectKind: 'task',
    day: shanghaiDay(command.at),
    at: command.at,
    subjects: [
      {
        id: task.id,
        keys: { workerId: 0, enterpriseId: task.enterpriseId, cardId: 0, taskId: task.id },
        facts: factsOf(task),
      },
    ],
  });
}

/** Amounts as whole fen, as every table has them. */
const factsOf = ({ headcount, unitPriceFen, budgetFen, startsOn, endsOn, scenario }: TaskToPublish): Facts => ({
  headcount,
  unitPriceFen: Number(unitPriceFen),
  budgetFen: Number(budgetFen),
  taskDays: 1 + (startOfDay(endsOn).getTime() - startOfDay(startsOn).getTime()) / 86_400_000,
  scenario,
});

function stopped({ outcome, reasons }: Pick<Verdict, 'outcome' | 'reasons'>): Error {
  const zh = reasons.map((reason) => reason.zh).join('；') || '风控规则';
  const en = reasons.map((reason) => reason.en).join('; ') || 'rules of risk';
  if (outcome === 'decline')
    return problem(
      422,
      'publication-declined',
      { zh: `风控不予发布：${zh}`, en: `Risk declined the publication: ${en}` },
      { fix: { zh: '请退回企业修改', en: 'Send the task back to the enterprise' } },
    );
  return held(zh, en);
}

function held(zh: string, en: string): Error {
  return problem(
    422,
    'publication-held',
    { zh: `风控暂缓发布：${zh}`, en: `Risk holds the publication: ${en}` },
    {
      field: 'reason',
      fix: {
        zh: '请退回企业修改；核实无误的，填写审核意见后发布',
        en: 'Send it back to the enterprise, or publish it with a reason once it is verified',
      },
    },
  );
}
