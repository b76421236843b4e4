import type { Client } from 'pg';
import { lsnOf, lsnText } from '@linggong/audit/domain';
import type { WitnessState, WitnessStore } from './store';

/** Why the log was not read from where it had been confirmed. */
export type GapCause = 'slot-missing' | 'slot-lost' | 'slot-moved' | 'slot-recreated';

interface Slot {
  readonly confirmed: bigint;
  readonly isLost: boolean;
}

/** The SQLSTATE-like code of `NotBounded`. */
export const notBounded = 'not-bounded';

/** The server keeps its log for a slot without end (`max_slot_wal_keep_size = -1`): a witness that stops would fill its disk (日志槽无上限). */
class NotBounded extends Error {
  readonly code = notBounded;
}

/** Slots are named across the whole server: several platforms may have one each. */
export async function slotName(client: Client): Promise<string> {
  const { rows } = await client.query<{ oid: string }>(
    'SELECT oid::text FROM pg_database WHERE datname = current_database()',
  );
  return `linggong_witness_${rows[0]?.oid ?? ''}`;
}

/**
 * Sees to the slot before the log is read on. Where it is gone, was lost to its bound, or stands further than we confirmed, the gap
 * is recorded first: nothing is passed over in silence.
 * @throws NotBounded where a slot would have to be made on a server that has no bound for it
 */
export async function seeToSlot(client: Client, store: WitnessStore, name: string): Promise<void> {
  const state = await store.state();
  const slot = await findSlot(client, name);
  if (!slot || slot.isLost) await demandBound(client);
  const cause = state && gapCause(slot, state.confirmedLsn);
  if (state && cause) await recordGap(store, state, cause, slot);
  if (slot && !slot.isLost) {
    if (!state || cause) await store.begin(name, slot.confirmed);
    return;
  }
  if (slot) await client.query('SELECT pg_drop_replication_slot($1)', [name]);
  await makeSlot(client, store, name);
}

/** Waits for every transaction that is under way. */
export async function makeSlot(client: Client, store: WitnessStore, name: string): Promise<void> {
  await client.query("SELECT pg_create_logical_replication_slot($1, 'pgoutput')", [name]);
  await store.begin(name, (await findSlot(client, name))?.confirmed ?? 0n);
}

/** @param slot as it stands; undefined where there is none */
export async function recordGap(
  store: WitnessStore,
  state: WitnessState,
  cause: GapCause,
  slot: Slot | undefined,
): Promise<void> {
  await store.keep([
    {
      relation: 'write-ahead log',
      operation: 'update',
      rowKey: cause,
      before: { confirmed: lsnText(state.confirmedLsn), heartbeatAt: state.heartbeatAt.toISOString() },
      after: slot ? { confirmed: lsnText(slot.confirmed) } : undefined,
    },
  ]);
  await store.finish({ kind: 'gap', at: state.heartbeatAt, source: 'none', tables: [], rows: 0n });
}

/** @throws NotBounded where the server has no bound for what a slot keeps */
export async function demandBound(client: Client): Promise<void> {
  const { rows } = await client.query<{ bound: string }>(
    "SELECT setting AS bound FROM pg_settings WHERE name = 'max_slot_wal_keep_size'",
  );
  if (rows[0]?.bound === '-1') throw new NotBounded('max_slot_wal_keep_size is -1');
}

/** @param slot undefined where there is none */
export function gapCause(slot: Slot | undefined, confirmed: bigint): GapCause | undefined {
  if (!slot) return 'slot-missing';
  if (slot.isLost) return 'slot-lost';
  // We write down what we confirm before we confirm it: somebody else has moved or remade the slot.
  return slot.confirmed > confirmed ? 'slot-moved' : undefined;
}

export async function findSlot(client: Client, name: string): Promise<Slot | undefined> {
  const { rows } = await client.query<{ confirmed: string | null; status: string | null }>(
    `SELECT confirmed_flush_lsn::text AS confirmed, wal_status AS status FROM pg_replication_slots
      WHERE slot_name = $1 AND database = current_database()`,
    [name],
  );
  const [row] = rows;
  if (!row) return undefined;
  return { confirmed: row.confirmed === null ? 0n : lsnOf(row.confirmed), isLost: row.status === 'lost' };
}
