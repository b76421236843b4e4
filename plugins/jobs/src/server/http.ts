import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { jobAnswer, jobPage, jobParams, jobQuery, type JobAnswer } from '../api';
import { jobStates, type Json } from '../domain';
import type { Jobs } from '../jobs';
import { jobById, jobPageOf, type JobFilter, type JobScope } from './job-answers';
import { repeatRun } from './repeat-run';

/**
 * Endpoints of this plugin as plain values. The HTTP kit stands in access, above this plugin, so access gives them to its
 * `route` and mounts them.
 */
interface JobCall {
  readonly strapi: Core.Strapi;
  readonly scope: JobScope;
}

export const listJobs = {
  method: 'GET' as const,
  path: '/jobs',
  resource: 'job',
  action: 'list',
  summary: { zh: '后台任务列表', en: 'List jobs' },
  query: jobQuery,
  answers: { 200: jobPage },
  handle: async ({ strapi, scope, query }: JobCall & { query: JobFilter }) => ({
    status: 200 as const,
    body: await jobPageOf(databaseOf(strapi), scope, query),
  }),
};

export const readJob = {
  method: 'GET' as const,
  path: '/jobs/:id',
  resource: 'job',
  action: 'read',
  summary: { zh: '后台任务的进度与结果', en: 'Progress and result of a job' },
  params: jobParams,
  answers: { 200: jobAnswer },
  handle: async ({ strapi, scope, params }: JobCall & { params: { id: string } }) => ({
    status: 200 as const,
    body: await jobById(databaseOf(strapi), scope, params.id),
  }),
};

interface RepeatCall extends JobCall {
  readonly params: { id: string };
  readonly command: Command;
}

/** Told to audit, which stands above this plugin and writes the row. */
export const jobRepeated = 'jobs.run.repeated';

export const repeatJob = {
  method: 'POST' as const,
  path: '/jobs/:id/repeat',
  resource: 'job',
  action: 'repeat',
  summary: { zh: '重新执行失败的后台任务', en: 'Send a failed job again' },
  params: jobParams,
  answers: { 200: jobAnswer },
  handle: async ({ strapi, scope, params: { id }, command }: RepeatCall): Promise<{ status: 200; body: JobAnswer }> =>
    databaseOf(strapi).transaction(async (tx) => {
      await jobById(tx, scope, id);
      await repeatRun(tx, id, command);
      const jobs: Jobs = strapi.plugin('jobs').service('jobs');
      const payload: Json = { runId: id };
      await jobs.emit(tx, { type: jobRepeated, key: id, payload }, command);
      return { status: 200, body: await jobById(tx, scope, id) };
    }),
};

/** The console list of jobs, in the words of access's `consoleResource`. */
export const jobList = {
  name: 'jobs',
  idKind: 'uuid' as const,
  resource: 'job',
  from: 'jobs.runs r',
  columns: {
    id: { sql: 'r.id', filter: 'uuid' as const },
    name: { sql: 'r.name', filter: 'prefix' as const, sort: true, searched: true },
    queue: { sql: 'r.queue', filter: 'prefix' as const, sort: true },
    state: { sql: 'r.state', filter: 'enum' as const, values: jobStates, sort: true },
    stage: { sql: 'r.stage' },
    done: { sql: 'r.done' },
    total: { sql: 'r.total' },
    attempt: { sql: 'r.attempt' },
    attempts: { sql: 'r.attempts' },
    problem: { sql: 'r.problem' },
    result: { sql: 'r.result' },
    actor: { sql: `r.actor ->> 'name'` },
    // What a settlement job is about; its payload holds the number of the batch and nothing of anybody.
    batchId: {
      sql: `CASE WHEN r.name LIKE 'settlement.%' AND r.payload ->> 'batchId' ~ '^[0-9]{1,9}$'
        THEN (r.payload ->> 'batchId')::integer END`,
    },
    createdAt: { sql: 'r.created_at', filter: 'instant' as const, sort: true },
    startedAt: { sql: 'r.started_at', sort: true },
    finishedAt: { sql: 'r.finished_at', filter: 'instant' as const, sort: true },
  },
  order: { column: 'createdAt', direction: 'DESC' as const },
  scope: (_account: unknown, scope: JobScope) => {
    switch (scope.kind) {
      case 'all':
        return 'all' as const;
      case 'enterprise':
        return { sql: 'r.enterprise_id = $1', values: [scope.enterpriseId] };
      case 'worker':
        return { sql: 'r.worker_id = $1', values: [scope.workerId] };
      case 'account':
        return { sql: 'r.account_id = $1', values: [scope.accountId] };
    }
  },
};
