import { z } from 'zod';
import { dayText, fenOutput, instantOutput } from './fields';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** Things of one kind that one answer holds at most; `count` says how many there are. */
export const WAITING_ROWS_MAX = 50;

/** One thing that waits for the caller's decision (待办), as its line tells it. */
export const waitingItem = z.strictObject({
  /** Key of its kind. */
  kind: z.string(),
  id: z.string(),
  /** Its number; of what has none a word that the console translates. */
  title: z.string(),
  /** Said instead of the title where it has a name in both languages. */
  name: text2.nullable(),
  /** What a thing with a number is about. */
  about: text2.nullable(),
  /** The enterprise whose it is; empty where it is nobody's. */
  whose: z.string(),
  /** A masked name, the title of a task, what a request is about; empty where there is nothing to add. */
  note: z.string(),
  /** Why a batch is stuck: how many lines for which reason. */
  reasons: z.array(z.strictObject({ count: z.int(), title: text2 })),
  since: instantOutput.nullable(),
  /** The day by which it must be done. */
  dueOn: dayText.nullable(),
  /** The instant at which its time is over, where its clock runs by the hour. */
  dueAt: instantOutput.nullable(),
  fen: fenOutput.nullable(),
});

/** A kind of things that wait, of which there is at least one. */
export const waitingKind = z.strictObject({
  kind: z.string(),
  /** The list of the console that has them, and the filter that leaves only them in it; null where no filter says so. */
  list: z.string(),
  filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
  /** Field of the list with the money at stake. */
  fenField: z.string().nullable(),
  count: z.int(),
});

/** Everything that waits for the caller, the most urgent things of each kind; kinds of which nothing waits are left out. */
export const waitingAnswer = z.strictObject({
  at: instantOutput,
  kinds: z.array(waitingKind),
  items: z.array(waitingItem),
});

export type WaitingItem = z.output<typeof waitingItem>;
export type WaitingAnswer = z.output<typeof waitingAnswer>;
