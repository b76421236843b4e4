import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { noteSlot } from '@linggong/audit/install';
import type { Command, Database } from '@linggong/core';
import { StartProblem } from '../start-problem';
import { demandBound, findSlot, makeSlot, notBounded, recordGap, slotName } from './slot';
import type { SlotOrder } from './slot-order';
import { witnessStore } from './store';
import { takeTurn } from './turn';

export interface SlotParts {
  /** Connection string of linggong_witness. */
  readonly witnessUrl: string;
  /** As linggong_app, enrolled: for the entry in the audit log. */
  readonly app: Database;
  readonly command: Command;
}

const triesMax = 100;
const pauseMs = 100;

/**
 * Drops the slot of the witness on purpose, or makes it anew (复制槽停用、重建). Told in the audit log before it is done; made anew, the gap is on
 * record with its cause. A witness that reads meanwhile loses its turn for that moment, and goes on with the new slot; to drop the slot for
 * good nobody may be reading, or it would be made again at once.
 * @returns name of the slot
 * @throws StartProblem where somebody reads, where there is no slot, or where the server has no bound for one
 */
export async function remakeSlot({ act, reason }: SlotOrder, { witnessUrl, app, command }: SlotParts): Promise<string> {
  const client = new Client({ connectionString: witnessUrl, application_name: 'linggong-witness-slot' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const name = await slotName(client);
    await ownTurn(client, act);
    const slot = await findSlot(client, name);
    if (!slot && act === 'drop') throw noSlot(name);
    if (act === 'recreate') await demandBound(client).catch(withoutBound);
    await noteSlot(app, act, name, reason, command);
    const store = witnessStore(client);
    const state = await store.state();
    if (act === 'recreate' && state) await recordGap(store, state, 'slot-recreated', slot);
    if (slot) await dropSlot(client, name);
    if (act === 'recreate') await makeSlot(client, store, name);
    return name;
  } finally {
    await client.end();
  }
}

/** Takes the turn of the one writer; from a reader only where it may have it back afterwards. */
async function ownTurn(client: Client, act: SlotOrder['act']): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (await takeTurn(client)) return;
    if (act === 'drop') break;
    // Of the same login, which may end its own sessions.
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE usename = current_user AND datname = current_database() AND application_name = 'linggong-witness'`,
    );
    await pause(pauseMs);
  }
  throw new StartProblem({
    zh: '旁证正在读取。请先停止平台或 npm run witness，或用 recreate 重建。',
    en: 'A witness is reading. Stop the platform, or npm run witness, first; or make the slot anew with recreate.',
  });
}

/** The process that sent the log may take a moment to let go. */
async function dropSlot(client: Client, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query('SELECT pg_drop_replication_slot($1)', [name]);
      return;
    } catch (error) {
      const isActive = error instanceof Error && Reflect.get(error, 'code') === '55006';
      if (!isActive || tries >= triesMax) throw error;
      await client.query('SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = $1', [
        name,
      ]);
      await pause(pauseMs);
    }
  }
}

const noSlot = (name: string): Error =>
  new StartProblem({ zh: `没有复制槽 ${name}。`, en: `There is no slot ${name}.` });

function withoutBound(error: unknown): never {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== notBounded) throw error;
  throw new StartProblem({
    zh: '数据库的 max_slot_wal_keep_size 为 -1。请先设上限（如 4GB），否则停下的旁证会占满磁盘。',
    en: 'max_slot_wal_keep_size of the server is -1. Set a bound first (such as 4GB), or a witness that stops fills its disk.',
  });
}
