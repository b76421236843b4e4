import type { Core } from '@strapi/strapi';
import type { JobsEngine } from './server/jobs-engine';

export type {
  DomainEvent,
  EventHandler,
  JobHandler,
  JobInHand,
  JobProgress,
  JobRun,
  Jobs,
  NewEvent,
  NewJob,
} from './jobs';
export type { JobProblem, JobState, Json } from './domain';
export { overdueOutbox, type Overdue } from './server/overdue';
export { scheduleRows, type ScheduledRun, type ScheduleRow } from './server/schedule-rows';
export { deliveryList, eventRepeated, listDeliveries, repeatEvent } from './server/delivery-http';
export { jobList, jobRepeated, listJobs, readJob, repeatJob } from './server/http';
export type { QueueBoard } from './server/board/queue-board';
export { runFailed } from './server/tell-failed';
export { redisClient } from './server/redis-client';
export type { SignalLine } from './server/signals/signal-line';
export { createJobs, type JobsEngine, type JobsEngineOptions } from './server/jobs-engine';

/** Jobs and domain events of the running process. */
export function jobsOf(strapi: Core.Strapi): JobsEngine {
  return strapi.plugin('jobs').service('jobs');
}
