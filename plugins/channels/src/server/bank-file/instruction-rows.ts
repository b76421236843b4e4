import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { ChannelFault, type ClearTransfer, type Instruction } from '../../domain';
import { plainArray } from '../sql-text';
import type { OpeningVault } from './open-instructions';

interface TakenRow {
  readonly instruction: Instruction;
  readonly sha256: string;
}

/**
 * Writes down which instructions stand in a file of ours, each once for ever; gives those that stand in none yet.
 * @throws ChannelFault `conflict` where one stands in a file already with another payee, payer or amount
 */
export async function takeInstructions(
  tx: Queryable,
  channel: string,
  messageId: string,
  rows: readonly TakenRow[],
  at: Date,
): Promise<Set<string>> {
  const taken = await tx.query<{ id: string }>(
    `INSERT INTO channels.file_instructions (end_to_end_id, channel, message_id, payer_account, amount_fen, body_sha256, written_at)
     SELECT id, $1, $2, payer, amount, decode(sha, 'hex'), $3
       FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[]) AS line (id, payer, amount, sha)
     ON CONFLICT (end_to_end_id) DO NOTHING RETURNING end_to_end_id AS id`,
    [
      channel,
      messageId,
      at,
      rows.map(({ instruction }) => instruction.endToEndId),
      rows.map(({ instruction }) => instruction.payerAccount),
      plainArray(rows.map(({ instruction }) => instruction.amountFen)),
      plainArray(rows.map(({ sha256 }) => sha256)),
    ],
  );
  if (taken.length < rows.length) await refuseOtherBodies(tx, channel, rows);
  return new Set(taken.map(({ id }) => id));
}

async function refuseOtherBodies(tx: Queryable, channel: string, rows: readonly TakenRow[]): Promise<void> {
  const others = await tx.query<{ id: string }>(
    `SELECT f.end_to_end_id AS id FROM unnest($1::text[], $2::text[]) AS line (id, sha)
       JOIN channels.file_instructions f ON f.end_to_end_id = line.id
      WHERE f.body_sha256 <> decode(sha, 'hex') OR f.channel <> $3 LIMIT 5`,
    [rows.map(({ instruction }) => instruction.endToEndId), plainArray(rows.map(({ sha256 }) => sha256)), channel],
  );
  if (others.length === 0) return;
  throw new ChannelFault(
    'conflict',
    channel,
    `${others.map(({ id }) => id).join(', ')} stand in a file with another body`,
  );
}

/** Rows with the hash of their bodies; card and name go in by their keyed hashes, never as they are. */
export function bodiesOf(
  vault: OpeningVault,
  instructions: readonly Instruction[],
  transfers: readonly ClearTransfer[],
): TakenRow[] {
  const cards = vault.blindAll(
    'bank-card',
    transfers.map(({ payeeAccount }) => payeeAccount),
  );
  return instructions.map((instruction, index) => {
    const { endToEndId, payerAccount, amountFen } = instruction;
    const hash = createHash('sha256').update(JSON.stringify([endToEndId, payerAccount, String(amountFen)]));
    return { instruction, sha256: hash.update(cards[index] ?? '').digest('hex') };
  });
}
