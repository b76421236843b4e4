import { createHash } from 'node:crypto';
import { recordRead, type Reading } from '@linggong/audit';
import { systemCommand, type Tx } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import {
  ChannelFault,
  sandboxOutcome,
  type FileReceipt,
  type Instruction,
  type InstructionFile,
  type SandboxOutcome,
} from '../../domain';
import { plainArray } from '../sql-text';

interface Received {
  instruction: Instruction;
  bodySha256: string;
  masked: string;
  outcome: SandboxOutcome;
}

/**
 * Takes a file into the bank's books. Cards are opened here, at the edge, to decide what will happen to them; only the
 * ciphertext and a mask are kept.
 * @throws ChannelFault `conflict` where an EndToEndId came before with another body
 */
export async function receiveFile(
  tx: Tx,
  vault: Pick<Vault, 'openAll' | 'mask' | 'blindAll'>,
  name: string,
  file: InstructionFile,
  at: Date,
  /** Form in which it came, for the form of the answer; null over the wire. */
  format: string | null = null,
): Promise<FileReceipt> {
  const reading = await recordRead(tx, systemCommand(name, at, file.messageId), {
    purpose: 'bank-side',
    kinds: ['bank-card'],
    subject: { kind: 'payout-file', id: file.messageId },
    ids: file.instructions.map(({ endToEndId }) => endToEndId),
  });
  const lines = received(vault, file.instructions, reading, at);
  const taken = await insertInstructions(tx, { messageId: file.messageId, at, format }, lines);
  if (taken < lines.length) await refuseOtherBodies(tx, name, lines);
  return { messageId: file.messageId, taken, repeated: lines.length - taken };
}

function received(
  vault: Pick<Vault, 'openAll' | 'mask' | 'blindAll'>,
  instructions: readonly Instruction[],
  reading: Reading,
  at: Date,
): Received[] {
  const cards = vault.openAll(
    'bank-card',
    instructions.map(({ payee }) => payee.subject),
    instructions.map(({ payee }) => Buffer.from(payee.cardSealed)),
    reading,
  );
  const blinds = vault.blindAll('bank-card', cards);
  return instructions.map((instruction, index) => {
    const card = cards[index] ?? '';
    return {
      instruction,
      bodySha256: bodySha256(instruction, blinds[index]),
      masked: vault.mask('bank-card', card),
      outcome: sandboxOutcome(card, instruction.amountFen, at),
    };
  });
}

/** The card is part of the body by its keyed hash: two seals of one card differ, and a file is sealed anew when it is read. */
function bodySha256({ endToEndId, payerAccount, amountFen }: Instruction, cardBlind: Uint8Array | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify([endToEndId, payerAccount, String(amountFen)]));
  return hash.update(cardBlind ?? '').digest('hex');
}

interface Arrival {
  readonly messageId: string;
  readonly at: Date;
  readonly format: string | null;
}

async function insertInstructions(
  tx: Tx,
  { messageId, at, format }: Arrival,
  lines: readonly Received[],
): Promise<number> {
  const rows = await tx.query(
    `INSERT INTO sandbox_bank.instructions (end_to_end_id, message_id, account, amount_fen, payee_masked,
       remark, body_sha256, received_at, outcome, outcome_reason, due_at, returns_at, format)
     SELECT id, $1, account, amount, masked, remark, decode(sha, 'hex'), $2, outcome, reason, due, returns, $13
       FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                   $11::timestamptz[], $12::timestamptz[])
         AS line (id, account, amount, masked, remark, sha, outcome, reason, due, returns)
     ON CONFLICT (end_to_end_id) DO NOTHING RETURNING 1`,
    [
      messageId,
      at,
      lines.map(({ instruction }) => instruction.endToEndId),
      lines.map(({ instruction }) => instruction.payerAccount),
      plainArray(lines.map(({ instruction }) => instruction.amountFen)),
      lines.map(({ masked }) => masked),
      lines.map(({ instruction }) => instruction.remark),
      plainArray(lines.map(({ bodySha256 }) => bodySha256)),
      plainArray(lines.map(({ outcome }) => outcome.kind)),
      lines.map(({ outcome }) => outcome.reason),
      plainArray(lines.map(({ outcome }) => outcome.dueAt.toISOString())),
      lines.map(({ outcome }) => outcome.returnsAt?.toISOString() ?? null),
      format,
    ],
  );
  return rows.length;
}

async function refuseOtherBodies(tx: Tx, name: string, lines: readonly Received[]): Promise<void> {
  const conflicts = await tx.query<{ id: string }>(
    `SELECT i.end_to_end_id AS id FROM unnest($1::text[], $2::text[]) AS line (id, sha)
       JOIN sandbox_bank.instructions i ON i.end_to_end_id = line.id WHERE i.body_sha256 <> decode(sha, 'hex') LIMIT 5`,
    [lines.map(({ instruction }) => instruction.endToEndId), plainArray(lines.map(({ bodySha256 }) => bodySha256))],
  );
  if (conflicts.length === 0) return;
  throw new ChannelFault(
    'conflict',
    name,
    `AM05: ${conflicts.map(({ id }) => id).join(', ')} came before with another body`,
  );
}
