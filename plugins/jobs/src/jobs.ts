import type { Actor, Command, Queryable, Tx } from '@linggong/core';
import type { QueueName } from '@linggong/config';
import type { JobProblem, JobState, Json } from './domain';

/** A request for work in the background. `payload` holds ids only, never personal data; at most 16 KB of JSON. */
export interface NewJob {
  queue: QueueName;
  /** `plugin.verb`, as registered with `handle`. */
  name: string;
  payload: Json;
  /** Not before this instant; at once when absent. */
  runAt?: Date;
  /** At most one open (waiting or running) run a name and key: asking again gives the id of the open one. */
  key?: string;
}

export interface JobProgress {
  /** A stable English key such as 'read' or 'check'; the console translates it. */
  stage: string;
  done: number;
  total: number;
}

/** What a handler is given. It may be called more than once for the same run: it must be idempotent. */
export interface JobInHand {
  runId: string;
  payload: Json;
  /** 1 for the first try. */
  attempt: number;
  /** Cheap: it is written to the database at most a few times a second. */
  progress(progress: JobProgress): Promise<void>;
}

export type JobHandler = (job: JobInHand, command: Command) => Promise<Json | void>;

export interface JobRun {
  id: string;
  queue: QueueName;
  name: string;
  key: string | null;
  state: JobState;
  attempt: number;
  attempts: number;
  stage: string | null;
  done: number;
  total: number;
  result: Json;
  problem: JobProblem | null;
  actor: Actor;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface NewEvent {
  /** `plugin.subject.verb-in-the-past`, such as 'settlement.order.paid'. */
  type: string;
  /** What it is about, such as 'batch-17'; for people who read the table. */
  key: string;
  payload: Json;
}

export interface DomainEvent extends NewEvent {
  id: string;
  /** When it happened: `command.at` of the command that told it. */
  at: Date;
}

/**
 * `tx` is the transaction in which the hearing is recorded. A hearer that writes through `tx` hears exactly once; one
 * that writes elsewhere hears at least once and must be idempotent. `command.at` is the instant of hearing.
 */
export type EventHandler = (event: DomainEvent, command: Command, tx: Tx) => Promise<void>;

export interface Jobs {
  /** Writes the run and its outbox row in the caller's transaction. Gives the run's id (uuid). */
  enqueue(tx: Queryable, job: NewJob, command: Command): Promise<string>;
  /** The same for many jobs (the chunks of a batch) in one statement; ids in the order of the jobs. */
  enqueueAll(tx: Queryable, jobs: readonly NewJob[], command: Command): Promise<string[]>;
  /** Registers the handler of a job name; call it in `register` or `bootstrap`. A second one for a name is refused. */
  handle(name: string, handler: JobHandler): void;
  /** Tells a domain event in the caller's transaction. */
  emit(tx: Queryable, event: NewEvent, command: Command): Promise<void>;
  emitAll(tx: Queryable, events: readonly NewEvent[], command: Command): Promise<void>;
  /** Registers a hearer; `hearer` is its lasting name, such as 'tax.book-records'. */
  on(type: string, hearer: string, handler: EventHandler): void;
  run(runId: string): Promise<JobRun | undefined>;
  /**
   * Tests and demo: works off everything that is due, here, until nothing is left; failed tries are repeated at once.
   * `until` also takes jobs with `runAt` up to that instant (default: now by the clock).
   */
  drain(until?: Date): Promise<void>;
  /** Runs the handler of a schedule once, here; for tests and for the first boot. */
  tick(name: string): Promise<void>;
}
