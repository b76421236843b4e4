import type { Database } from '@linggong/core';
import { faultText } from '../domain';
import type { Carrier, Shipment } from './carrier';
import type { EngineParts } from './engine-parts';
import { confirm, noteSent, takeDue, unconfirmed, unsend, type OutboxRow } from './outbox-rows';
import { forgetProcesses, recoverOwnRuns, recoverRuns } from './recover';
import { tickDue } from './schedules';

export interface RelaySettings {
  /** Rows carried in one pass. */
  batch: number;
  /** How long it sleeps when nobody wakes it, in milliseconds. */
  pollMs: number;
  /** After this the queue is asked whether it still knows a shipment. */
  confirmSeconds: number;
  /** A process that is silent for so long, and whose lock is free, is dead. */
  silentSeconds: number;
}

export const relaySettings: RelaySettings = { batch: 500, pollMs: 1_000, confirmSeconds: 15, silentSeconds: 5 };

/** Rows asked after in one pass; the rest wait for the next, and rows that are known for another `confirmSeconds`. */
const askedTogether = 100;

/** Events for one hearer travel together: a shipment each would cost more than the hearing. */
const eventsTogether = 50;

export interface Relay {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Carries the outbox to the queue: woken by NOTIFY, and by a poll for what is due later or was missed. At least once:
 * rows leave the outbox when their work is done. Several relays may run; rows in hand are skipped.
 */
export function createRelay(parts: EngineParts, carrier: Carrier, settings: RelaySettings = relaySettings): Relay {
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = pass().finally(() => {
      running = undefined;
      if (stopped) return;
      if (again) {
        again = false;
        wake();
      } else {
        timer = setTimeout(wake, settings.pollMs);
      }
    });
  }

  async function pass(): Promise<void> {
    try {
      await recover(parts, settings);
      await tickDue(parts, carrier);
      await sendAgain(parts.db, carrier, settings);
      if ((await sendDue(parts, carrier, settings)) === settings.batch) again = true;
    } catch (error) {
      parts.log.warn(`jobs relay: ${faultText(error)}`);
    }
  }

  parts.presence.onWake(wake);
  return {
    start() {
      stopped = false;
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function recover(parts: EngineParts, { silentSeconds }: RelaySettings): Promise<void> {
  const { db, log } = parts;
  const own = await recoverOwnRuns(parts);
  if (own > 0) log.warn(`jobs: ${own} runs taken up again whose end could not be written down`);
  const taken = await recoverRuns(parts, silentSeconds);
  if (taken === 0) return;
  log.warn(`jobs: ${taken} runs taken back from dead processes`);
  await forgetProcesses(db);
}

async function sendDue({ db, clock }: EngineParts, carrier: Carrier, { batch }: RelaySettings): Promise<number> {
  const rows = await takeDue(db, clock.now(), batch);
  if (rows.length === 0) return 0;
  const shipments = shipmentsOf(rows);
  const ids = shipments.flatMap(({ rowIds }) => rowIds);
  try {
    await noteSent(
      db,
      ids,
      shipments.flatMap(({ rowIds, id }) => rowIds.map(() => id)),
    );
    await carrier.ship(shipments);
  } catch (error) {
    await unsend(db, ids);
    throw error;
  }
  return rows.length;
}

/** Finds what the queue forgot (Redis emptied, a relay killed between mark and call) and puts it back. */
async function sendAgain(db: Database, carrier: Carrier, { confirmSeconds }: RelaySettings): Promise<void> {
  const rows = await unconfirmed(db, confirmSeconds, askedTogether);
  for (const queue of new Set(rows.map((row) => row.queue))) {
    const own = rows.filter((row) => row.queue === queue);
    const ids = new Set(own.flatMap(({ sent_as }) => (sent_as === null ? [] : [sent_as])));
    const held = await carrier.known(queue, [...ids]);
    const isHeld = ({ sent_as }: OutboxRow): boolean => sent_as !== null && held.has(sent_as);
    await confirm(
      db,
      own.filter(isHeld).map(({ id }) => id),
    );
    await unsend(
      db,
      own.filter((row) => !isHeld(row)).map(({ id }) => id),
    );
  }
}

interface RowShipment extends Shipment {
  rowIds: bigint[];
}

/** Rows -> shipments: one a run, one for up to fifty events of one hearer. Ids repeat only for the same sending. */
function shipmentsOf(rows: readonly OutboxRow[]): RowShipment[] {
  const shipments: RowShipment[] = [];
  const open = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    if (row.run_id !== null) {
      const parcel = { kind: 'run', runId: row.run_id } as const;
      shipments.push({ id: shipmentId(row), queue: row.queue, parcel, rowIds: [row.id] });
      continue;
    }
    const hearer = row.hearer ?? '';
    const group = open.get(hearer) ?? [];
    group.push(row);
    open.set(hearer, group);
    if (group.length === eventsTogether) {
      shipments.push(hearShipment(group));
      open.delete(hearer);
    }
  }
  for (const group of open.values()) shipments.push(hearShipment(group));
  return shipments;
}

function hearShipment(rows: readonly OutboxRow[]): RowShipment {
  const [first] = rows;
  if (first === undefined) throw new Error('a shipment holds at least one row');
  const parcel = { kind: 'hear', outboxIds: rows.map(({ id }) => String(id)) } as const;
  return { id: shipmentId(first), queue: first.queue, parcel, rowIds: rows.map(({ id }) => id) };
}

const shipmentId = ({ id, sends }: OutboxRow): string => `o${id}-${sends}`;
