import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { Realm } from '../keys/data-key';
import { insertDataKey, lockDataKeys, rewrapDataKeys } from '../keys/data-key-rows';
import type { KeyWrapper } from '../keys/key-wrapper';
import type { Suite } from '../suites';

/** Until a new key is sealed under: by then every process has read it several times over. */
const SETTLE_SECONDS = 120;

export interface RotationOrder {
  readonly suite: Suite;
  readonly reason: string;
  readonly settleSeconds?: number;
}

export interface Rotation {
  readonly number: number;
  readonly reencryptionId: string;
}

/**
 * Makes new data keys (数据密钥轮换), one for fields and one for the keys of files, and asks for everything to be sealed or wrapped anew
 * under them, or under another suite. The number is that of the key for fields.
 * @throws Problem 409 `reencryption-open` while an earlier one is on its way
 */
export async function rotateDataKey(
  tx: Tx,
  wrapper: KeyWrapper,
  command: Command,
  { suite, reason, settleSeconds = SETTLE_SECONDS }: RotationOrder,
): Promise<Rotation> {
  await lockDataKeys(tx);
  await refuseWhileOpen(tx);
  const madeBy = command.actor.name;
  const made = { suite, madeBy, reason, settleSeconds };
  const filesNumber = await insertDataKey(tx, wrapper, { realm: 'files', ...made });
  const number = await insertDataKey(tx, wrapper, { realm: 'fields', ...made });
  const reencryptionId = await insertReencryption(tx, command, { number, filesNumber, reason });
  await record(tx, command, {
    action: 'data-key.rotate',
    subject: { kind: 'data-key', id: number },
    after: { suite: suite.name, filesNumber, reencryptionId },
    reason,
  });
  return { number, reencryptionId };
}

/**
 * Asks anew for everything to be sealed under the youngest key, where an earlier attempt failed or was cancelled.
 * @throws Problem 409 `reencryption-open`
 */
export async function startReencryption(tx: Tx, command: Command, reason: string): Promise<string> {
  await lockDataKeys(tx);
  await refuseWhileOpen(tx);
  const [number, filesNumber] = [await youngestKey(tx, 'fields'), await youngestKey(tx, 'files')];
  const id = await insertReencryption(tx, command, { number, filesNumber, reason });
  await record(tx, command, {
    action: 'reencryption.start',
    subject: { kind: 'reencryption', id },
    after: { keyNumber: number, filesNumber },
    reason,
  });
  return id;
}

/**
 * Ends an open re-encryption where it stands: what was sealed anew stays so, and no key is retired.
 * @throws Problem 404; 409 `reencryption-ended` for one that has ended
 */
export async function cancelReencryption(tx: Tx, command: Command, id: string, reason: string): Promise<void> {
  const run = await tx.maybeOne<{ state: string }>('SELECT state FROM vault.reencryptions WHERE id = $1 FOR UPDATE', [
    id,
  ]);
  if (!run) throw notFound({ zh: '重新加密任务', en: 're-encryption' });
  if (run.state !== 'waiting' && run.state !== 'running') {
    throw problem(409, 'reencryption-ended', { zh: '该任务已结束', en: 'This re-encryption has ended' });
  }
  await tx.query(`UPDATE vault.reencryptions SET state = 'cancelled', finished_at = $2 WHERE id = $1`, [
    id,
    command.at,
  ]);
  await record(tx, command, {
    action: 'reencryption.cancel',
    subject: { kind: 'reencryption', id },
    before: { state: run.state },
    after: { state: 'cancelled' },
    reason,
  });
}

/** Wraps the data keys under the current key of the ring (主密钥轮换). @returns how many were not yet */
export async function rewrapKeys(tx: Tx, wrapper: KeyWrapper, command: Command, reason: string): Promise<number> {
  const rewrapped = await rewrapDataKeys(tx, wrapper);
  await record(tx, command, {
    action: 'data-key.rewrap',
    subject: { kind: 'key-ring', id: wrapper.current },
    after: { rewrapped },
    reason,
  });
  return rewrapped;
}

async function refuseWhileOpen(tx: Queryable): Promise<void> {
  const open = await tx.maybeOne(`SELECT 1 FROM vault.reencryptions WHERE state IN ('waiting', 'running')`);
  if (!open) return;
  throw problem(
    409,
    'reencryption-open',
    { zh: '上一次重新加密尚未结束', en: 'An earlier re-encryption is still on its way' },
    { fix: { zh: '请等待其完成，或先取消', en: 'Wait until it is done, or cancel it first' } },
  );
}

async function youngestKey(tx: Queryable, realm: Realm): Promise<number> {
  const { number } = await tx.one<{ number: number }>(
    'SELECT number FROM vault.data_keys WHERE realm = $1 ORDER BY active_from DESC, number DESC LIMIT 1',
    [realm],
  );
  return number;
}

async function insertReencryption(
  tx: Queryable,
  command: Command,
  { number, filesNumber, reason }: { number: number; filesNumber: number; reason: string },
): Promise<string> {
  const { id } = await tx.one<{ id: string }>(
    `INSERT INTO vault.reencryptions (to_number, files_number, reason, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5) RETURNING id::text`,
    [number, filesNumber, reason, command.actor.name, command.at],
  );
  return id;
}
