import type { Day, Fen, Text2 } from '@linggong/core/domain';
import { scenarioOf } from './scenario';

/** What a reviewer may rely on when a task is submitted. */
export interface TaskFacts {
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

/** The only form of flexible employment that is settled here (平台型). */
export const platformForm = 'platform';

/** Why a task may not be submitted (R1.8, R4.1); empty when it may. */
export function taskFaults(task: TaskFacts): TaskFault[] {
  const faults: TaskFault[] = [];
  const fault = (field: keyof TaskFacts, zh: string, en: string): void => void faults.push({ field, text: { zh, en } });
  if (!scenarioOf(task.scenario))
    fault('scenario', '业务场景不在允许目录内', 'The scenario is not in the permitted catalogue');
  if (task.form !== platformForm)
    fault('form', '本平台只结算平台型灵活用工', 'Only platform-type work is settled here');
  if (task.headcount < 1) fault('headcount', '人数至少为 1', 'At least one worker is needed');
  if (task.endsOn < task.startsOn) fault('endsOn', '结束日期早于开始日期', 'The task ends before it begins');
  if (task.unitPriceFen > task.budgetFen) fault('unitPriceFen', '单价超过预算', 'The unit price is above the budget');
  return faults;
}
