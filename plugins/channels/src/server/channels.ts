import type { Command, Database, Queryable, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { PaymentGroup, PayoutChannel, RefusalCode, Wait } from '../domain';
import { cancelPayouts } from './payouts/cancel-payouts';
import { routeOf } from './payouts/channel-settings';
import { collectAnswers, type Collected } from './payouts/collect-answers';
import { payoutsOf, type PayoutOutcome } from './payouts/payouts-of';
import { foreseeRefusals, planPayouts, type ForeseenPayments, type PayoutPlan } from './payouts/plan-payouts';
import { preparePayouts, type PayoutOrder, type PreparedFile } from './payouts/prepare-payouts';
import { resolveAnswer, type AnswerResolution } from './payouts/resolve-answer';
import {
  demandBank,
  sendFile,
  unsentFiles,
  waitingFiles,
  type HandedOver,
  type SentFile,
} from './payouts/send-payouts';
import { routeAndKeep, routePayments, type Routed, type Routing, type RoutingKeeper } from './routing/route-payments';

/** Name of the job that sends one file, and of the schedule that collects answers. */
export const SEND_JOB = 'channels.send-file';
export const POLL_JOB = 'channels.poll';

const RESEND_AFTER_MS = 600_000;

/** Paying through banks: prepare in your transaction, send by a job, hear of the outcome by events. */
export interface Channels {
  /**
   * The channel that payments leave through, by the routing table and the dated settings. `keeper` is routed by the version that it keeps
   * already. See `routePayments`.
   */
  channelFor(db: Queryable, group: PaymentGroup, keeper?: RoutingKeeper): Promise<Routed>;
  /** As `channelFor`, in the transaction that prepares the files: the keeper goes on with that version. */
  route(tx: Queryable, command: Command, group: PaymentGroup, keeper: RoutingKeeper): Promise<Routed>;
  /** The channel of the bank that keeps a sub-account on a day (dated setting): where its deposits come from, whatever routes payments. */
  keptBy(db: Queryable, bankCode: string | null, day: Day): Promise<string>;
  /** What of a chunk may leave, what has to wait, and what would be refused. See `planPayouts`. */
  plan(tx: Queryable, command: Command, channel: string, orders: readonly PayoutOrder[]): Promise<PayoutPlan>;
  /** What of payments would be refused whenever they leave. See `foreseeRefusals`. */
  foresee(
    db: Queryable,
    command: Command,
    day: Day,
    channel: string,
    payments: ForeseenPayments,
  ): Promise<(RefusalCode | undefined)[]>;
  /** Prepares one chunk as one file; nothing leaves yet. See `preparePayouts`. */
  prepare(
    tx: Queryable,
    command: Command,
    channel: string,
    orders: readonly PayoutOrder[],
    wait?: Wait | null,
    routing?: Routing,
  ): Promise<PreparedFile>;
  /** Asks in the caller's transaction that a prepared file be sent; it leaves after the commit, and survives kills. */
  requestSend(tx: Queryable, command: Command, messageId: string): Promise<string>;
  /**
   * Sends a file now; what the job does. May be called again at any time. `handedOver` runs in the transaction of the
   * first hand-over, so that what depends on the day of sending changes with it.
   */
  send(command: Command, messageId: string, handedOver?: HandedOver): Promise<SentFile>;
  /** Asks whether the bank of a file that has not left is there; `send` does so as well. @throws ChannelFault where not */
  reach(command: Command, messageId: string): Promise<void>;
  /** Files that were prepared before an instant and have not left: whose job of sending is out of tries, or whose window opened. */
  waiting(db: Queryable, before: Date, now: Date): Promise<string[]>;
  /** Collects the answers of every channel, or of one; what the schedule does. */
  collect(command: Command, channel?: string): Promise<Collected>;
  cancel(tx: Queryable, command: Command, orderIds: readonly number[]): Promise<number[]>;
  payoutsOf(db: Queryable, orderIds: readonly number[]): Promise<PayoutOutcome[]>;
  /** Sends again what was handed over at least ten minutes ago and never confirmed; gives the number of files. */
  resend(command: Command): Promise<number>;
  /** Closes an unmatched answer. See `resolveAnswer`. */
  resolve(tx: Tx, command: Command, id: number, choice: AnswerResolution): Promise<void>;
  /** Names of the channels that there are. */
  readonly names: readonly string[];
  /** An adapter by its name, for statements and enquiries. @throws Error for an unknown one */
  channel(name: string): PayoutChannel;
}

export interface ChannelsOptions {
  db: Database;
  jobs: Pick<Jobs, 'emitAll' | 'enqueue'>;
  channels: readonly PayoutChannel[];
}

export function createChannels({ db, jobs, channels }: ChannelsOptions): Channels {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const channel = (name: string): PayoutChannel => {
    const known = byName.get(name);
    if (!known) throw new Error(`there is no payout channel ${name}`);
    return known;
  };
  return {
    channelFor: routePayments,
    route: routeAndKeep,
    keptBy: routeOf,
    plan: (tx, command, name, orders) => planPayouts(tx, command, channel(name), orders),
    foresee: (db, command, day, name, payments) => foreseeRefusals(db, command, day, channel(name), payments),
    prepare(tx, command, name, orders, wait, routing) {
      channel(name);
      return preparePayouts(tx, command, name, orders, { wait: wait ?? null, routing: routing ?? null });
    },
    requestSend: (tx, command, messageId) =>
      jobs.enqueue(tx, { queue: 'payments', name: SEND_JOB, payload: { messageId }, key: messageId }, command),
    send: (command, messageId, handedOver) => sendFile(db, jobs, channel, command, messageId, handedOver),
    reach: (command, messageId) => demandBank(db, channel, command, messageId),
    waiting: waitingFiles,
    async collect(command, name) {
      const total: Collected = { settled: 0, rejected: 0, returned: 0, unmatched: 0 };
      for (const one of name === undefined ? channels : [channel(name)]) {
        addUp(total, await collectAnswers(db, jobs, one, command));
      }
      return total;
    },
    cancel: cancelPayouts,
    payoutsOf,
    async resend(command) {
      const files = await unsentFiles(db, new Date(command.at.getTime() - RESEND_AFTER_MS));
      for (const messageId of files) await sendFile(db, jobs, channel, command, messageId);
      return files.length;
    },
    resolve: (tx, command, id, choice) => resolveAnswer(tx, jobs, command, id, choice),
    names: [...byName.keys()],
    channel,
  };
}

function addUp(total: Collected, more: Collected): void {
  total.settled += more.settled;
  total.rejected += more.rejected;
  total.returned += more.returned;
  total.unmatched += more.unmatched;
}
