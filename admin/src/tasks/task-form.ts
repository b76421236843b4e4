import { yuanText } from '@linggong/core/domain';
import { useTranslate } from 'react-admin';
import { countOf, moneyOf } from '../parts/form-checks';
import type { FormSection, FormValues } from '../parts/form-page';
import { useText2 } from '../parts/text2';
import type { TaskRecord } from './task';
import { useScenarios } from './use-scenarios';

/** What a task asks, the same when it is made and when it is changed. */
export function useTaskSections(): readonly FormSection[] {
  const translate = useTranslate();
  const text = useText2();
  // A scenario that was closed since is none to pick (R1.8).
  const open = useScenarios().filter((scenario) => scenario.open);
  return [
    {
      title: translate('task.facts'),
      fields: [
        { name: 'title', required: true, kept: true },
        {
          name: 'scenario',
          required: true,
          kind: 'choice',
          choices: open.map(({ code, title }) => ({ value: code, label: text(title) })),
          help: true,
        },
        { name: 'description', kind: 'long', kept: true },
        { name: 'place', kept: true },
      ],
    },
    {
      title: translate('task.money'),
      fields: [
        { name: 'headcount', required: true, kind: 'count' },
        { name: 'unitPriceFen', required: true, kind: 'money', help: true },
        { name: 'budgetFen', required: true, kind: 'money' },
      ],
    },
    {
      title: translate('task.term'),
      fields: [
        { name: 'startsOn', required: true, kind: 'date' },
        { name: 'endsOn', required: true, kind: 'date', notBefore: 'startsOn' },
      ],
    },
  ];
}

/** What was answered, as the server takes it. The form has checked it; the server does so again. */
export function taskBody(values: FormValues): Record<string, unknown> {
  const { title = '', scenario = '', description = '', place = '', startsOn = '', endsOn = '' } = values;
  return {
    ...{ title, scenario, description, place, startsOn, endsOn },
    headcount: countOf(values['headcount'] ?? ''),
    unitPriceFen: fenOf(values['unitPriceFen']),
    budgetFen: fenOf(values['budgetFen']),
  };
}

/** The answers of a task that stands, as they are typed. */
export function taskAnswers(task: TaskRecord): FormValues {
  const { title, scenario, startsOn, endsOn } = task;
  return {
    ...{ title, scenario, startsOn, endsOn },
    description: task.description ?? '',
    place: task.place ?? '',
    headcount: task.headcount.toString(),
    unitPriceFen: yuanText(BigInt(task.unitPriceFen)),
    budgetFen: yuanText(BigInt(task.budgetFen)),
  };
}

/** Only what says something else than it did; what was emptied is sent empty. */
export function taskChanges(values: FormValues, initial: FormValues): Record<string, unknown> {
  const before = taskBody(initial);
  return Object.fromEntries(Object.entries(taskBody(values)).filter(([field, value]) => value !== before[field]));
}

function fenOf(text: string | undefined): number | undefined {
  const parsed = moneyOf(text ?? '');
  return parsed.ok ? Number(parsed.fen) : undefined;
}
