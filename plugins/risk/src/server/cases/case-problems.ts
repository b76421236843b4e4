import { problem, type Problem } from '@linggong/core/domain';

export const caseClosed = (): Problem =>
  problem(
    409,
    'risk-case-closed',
    { zh: '案件已办结', en: 'The case is closed' },
    { fix: { zh: '如有新情况，请先重新打开案件', en: 'Open it again first where something new came up' } },
  );

/** Whoever complained is told what was decided, in words meant for him (GB/T 19012 clause 7.8). */
export const answerMissing = (): Problem =>
  problem(
    422,
    'complaint-answer-missing',
    { zh: '投诉须答复投诉人后才能办结', en: 'A complaint is closed with an answer to whoever complained' },
    {
      field: 'answer',
      fix: { zh: '请填写给投诉人的答复：处理结果与理由', en: 'Write the answer: what was decided, and why' },
    },
  );

export const answerUnasked = (): Problem =>
  problem(
    422,
    'case-answer-unasked',
    { zh: '该案件不是投诉，没有可答复的投诉人', en: 'The case is no complaint: nobody is there to be answered' },
    { field: 'answer', fix: { zh: '请不填答复', en: 'Leave the answer out' } },
  );

export const tasksOpen = (tasks: number): Problem =>
  problem(
    409,
    'risk-case-tasks-open',
    { zh: `还有 ${tasks} 项任务未完成，不能办结`, en: `${tasks} tasks are not done; the case cannot be closed` },
    { fix: { zh: '请先完成各项任务并填写结果', en: 'Finish each task with its result first' }, extra: { tasks } },
  );

export const measuresInForce = (measures: number): Problem =>
  problem(
    409,
    'risk-case-measures-in-force',
    {
      zh: `还有 ${measures} 项措施未解除，不能按误报办结`,
      en: `${measures} measures are in force; the case cannot be closed as a false alarm`,
    },
    { fix: { zh: '请先解除措施', en: 'Lift them first' }, extra: { measures } },
  );

export const taskDone = (): Problem =>
  problem(409, 'risk-task-done', { zh: '任务已完成', en: 'The task is done already' });

export const taskDuePast = (): Problem =>
  problem(
    422,
    'risk-task-due-past',
    { zh: '完成期限不能早于今天', en: 'The task cannot be due before today' },
    {
      field: 'dueOn',
      fix: { zh: '请填写今天或之后的日期，或留空', en: 'Give today or a later day, or leave it open' },
    },
  );
