import type { Day, Fen, Text2 } from '@linggong/core/domain';
import { openScenario, signsIn, type FoundSign, type ScenarioContent } from '@linggong/studio/domain';

/** What a reviewer may rely on when a task is submitted. */
export interface TaskFacts {
  title: string;
  description: string | null;
  scenario: string;
  form: string;
  headcount: number;
  unitPriceFen: Fen;
  budgetFen: Fen;
  startsOn: Day;
  endsOn: Day;
}

export interface TaskFault {
  field: keyof TaskFacts;
  text: Text2;
}

/** Why a task may not be submitted under the catalogue of scenarios (R1.8, R4.1); empty when it may. */
export function taskFaults(task: TaskFacts, catalogue: ScenarioContent): TaskFault[] {
  const faults: TaskFault[] = [];
  const fault = (field: keyof TaskFacts, zh: string, en: string): void => void faults.push({ field, text: { zh, en } });
  if (!openScenario(catalogue, task.scenario))
    fault('scenario', '业务场景不在允许目录内', 'The scenario is not in the permitted catalogue');
  if (!catalogue.forms.some((form) => form === task.form))
    fault('form', '本平台不结算这种用工形式', 'This form of work is not settled here');
  if (task.headcount < 1) fault('headcount', '人数至少为 1', 'At least one worker is needed');
  if (task.endsOn < task.startsOn) fault('endsOn', '结束日期早于开始日期', 'The task ends before it begins');
  if (task.unitPriceFen > task.budgetFen) fault('unitPriceFen', '单价超过预算', 'The unit price is above the budget');
  for (const { words, text } of signsOf(task, catalogue).filter(({ verdict }) => verdict === 'refuse'))
    fault('description', `${text.zh}（“${words ?? ''}”），不得发布`, `${text.en} ("${words ?? ''}"): not published`);
  return faults;
}

/** Signs of an employment in a task's own words, with what follows from each in its scenario. */
export function signsOf(
  { title, description, scenario }: Pick<TaskFacts, 'title' | 'description' | 'scenario'>,
  catalogue: ScenarioContent,
): FoundSign[] {
  return signsIn(catalogue, scenario, [title, description ?? ''].join('\n'));
}
