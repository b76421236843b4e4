import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { riskCaseAnswer, riskCaseComment, riskCaseTask, riskTaskParams, riskTaskResult } from '../../api';
import { addTask, comment, finishTask } from './case-parts';
import { within } from './case-routes';

const addComment = route({
  method: 'POST',
  path: '/risk-cases/:id/comments',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '为风险案件填写意见', en: 'Comment on a risk case' },
  params: idParams,
  body: riskCaseComment,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx, command) => comment(tx, command, call.params.id, call.body.text)),
});

const newTask = route({
  method: 'POST',
  path: '/risk-cases/:id/tasks',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '为风险案件添加任务', en: 'Add a task to a risk case' },
  params: idParams,
  body: riskCaseTask,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) => within(call, call.params.id, (tx, command) => addTask(tx, command, call.params.id, call.body)),
});

const doneTask = route({
  method: 'POST',
  path: '/risk-cases/:id/tasks/:taskId/finish',
  resource: 'risk-case',
  action: 'handle',
  summary: { zh: '完成风险案件的任务，须填写结果', en: 'Finish a task of a risk case with its result' },
  params: riskTaskParams,
  body: riskTaskResult,
  answers: { 200: riskCaseAnswer },
  remembers: true,
  handle: (call) =>
    within(call, call.params.id, (tx, command) =>
      finishTask(tx, command, call.params.id, call.params.taskId, call.body.result),
    ),
});

export const partRoutes = [addComment, newTask, doneTask];
