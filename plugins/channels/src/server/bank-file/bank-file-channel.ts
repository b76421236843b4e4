import { randomUUID } from 'node:crypto';
import { recordRead, type Reading } from '@linggong/audit';
import { systemCommand, type Command, type Database, type Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { ownBytes, type Vault } from '@linggong/vault';
import {
  BANK_FILE_PREFIX,
  ChannelFault,
  payeeFault,
  type BankProfile,
  type FileReceipt,
  type Instruction,
  type InstructionFile,
  type PayoutChannel,
  type RefusalCode,
} from '../../domain';
import { dropFolder, type DropFolder } from './drop-folder';
import { fileAnswers, fileEnquiries, fileStatement } from './feed';
import { fileTextOf } from './file-text';
import { keepFile, lockChannel } from './file-rows';
import { bodiesOf, takeInstructions } from './instruction-rows';
import { openInstructions, payeeKinds, payersOf } from './open-instructions';
import { BANK_FILE_BYTES_MAX, receiveFile } from './receive-file';
import type { PayerVault } from './sealed-payers';
import { writeFiles, type WrittenFile } from './write-files';

export interface BankFileOptions {
  /** A connection of its own: a file that was written stays written, whatever becomes of the caller's transaction. */
  readonly db: Database;
  readonly vault: Pick<Vault, 'openAll' | 'blindAll' | 'putFile' | 'getFile'> & PayerVault;
  readonly profile: BankProfile;
  /** Who hands files over (`InitgPty`). */
  readonly initiator: string;
  /** Folder of the bank's host; without one, files are taken and brought by hand in the console. */
  readonly folder?: string | undefined;
}

/**
 * A bank that is paid through files as a payout channel: writes pain.001 or the bank's sheet, and tells what pain.002, camt.053,
 * camt.054 and the bank's answers said so far. Files wait sealed in the vault to be taken by hand, or lie in the drop folder.
 */
export function createBankFileChannel(options: BankFileOptions): PayoutChannel {
  const { db, profile } = options;
  const name = `${BANK_FILE_PREFIX}${profile.code}`;
  const folder = options.folder === undefined ? undefined : dropFolder(options.folder, name);
  return {
    name,
    asksIdentity: profile.identity,
    examinesPayees: true,
    examine: (instructions, reading) => examine(options, instructions, reading),
    async submit(file, at) {
      await demandFolder(name, folder);
      const receipt = await writeDown(options, name, file, at);
      if (folder) await dropFiles(options, name, folder, file.messageId, at);
      return receipt;
    },
    async answers(cursor, limit, at) {
      if (folder) await collectFolder(options, name, folder, at);
      return fileAnswers(db, name, cursor, limit);
    },
    async enquire(endToEndIds) {
      await demandFolder(name, folder);
      return fileEnquiries(db, name, endToEndIds);
    },
    statement: (account, from, to) => fileStatement(db, name, account, from, to),
  };
}

function examine(
  { vault, profile }: BankFileOptions,
  instructions: readonly Instruction[],
  reading: Reading,
): (RefusalCode | undefined)[] {
  const text = fileTextOf(profile);
  return openInstructions(vault, profile, instructions, reading).map((transfer, index) => {
    const payer = instructions[index];
    if (!payer?.payerName) return 'payer-missing';
    return payeeFault(transfer, payer.payerBankCode ?? null, profile, text);
  });
}

async function demandFolder(name: string, folder: DropFolder | undefined): Promise<void> {
  await folder?.demand().catch(() => {
    throw new ChannelFault('unavailable', name, 'the drop folder is not there');
  });
}

/** The channel's own work for a message: who asked for it stands at the payout file. */
function ownCommand(channel: string, messageId: string, at: Date): Command {
  return systemCommand(channel, at, messageId);
}

/** Writes and seals what stands in no file yet. The whole file is one transaction: it is there, or nothing of it. */
async function writeDown(
  options: BankFileOptions,
  name: string,
  { messageId, instructions }: InstructionFile,
  at: Date,
): Promise<FileReceipt> {
  const { db, vault, profile } = options;
  const reading = await recordRead(db, ownCommand(name, messageId, at), {
    purpose: 'payout-file',
    kinds: payeeKinds(profile.identity),
    subject: { kind: 'payout-file', id: messageId },
    ids: instructions.map(({ endToEndId }) => endToEndId),
  });
  const transfers = openInstructions(vault, profile, instructions, reading);
  const rows = bodiesOf(vault, instructions, transfers);
  return db.transaction(async (tx) => {
    await lockChannel(tx, name);
    const fresh = await takeInstructions(tx, name, messageId, rows, at);
    if (fresh.size > 0) {
      const own = instructions.filter(({ endToEndId }) => fresh.has(endToEndId));
      const payers = payersOf(
        own,
        transfers.filter(({ endToEndId }) => fresh.has(endToEndId)),
      );
      const files = await writeFiles(name, profile, { messageId, createdAt: at, initiator: options.initiator, payers });
      for (const file of files) await keepWritten(tx, vault, name, messageId, file, at);
    }
    return { messageId, taken: fresh.size, repeated: instructions.length - fresh.size };
  });
}

async function keepWritten(
  tx: Tx,
  vault: Pick<Vault, 'putFile'>,
  channel: string,
  messageId: string,
  file: WrittenFile,
  at: Date,
): Promise<void> {
  const { name, kind, lines, totalFen, bytes, contentType } = file;
  const row = { channel, direction: 'out', state: 'written', fault: null, answers: 0, way: 'console', at } as const;
  await keepFile(
    tx,
    vault,
    { ...row, kind, name, lines, totalFen, documentId: messageId, messageId },
    { bytes, content: ownBytes(bytes) },
    contentType,
  );
}

/**
 * Puts the files of a message into the folder, each once. A death between the file and its mark puts it there again under the same
 * name: the host takes a name once.
 */
async function dropFiles(
  { db, vault }: BankFileOptions,
  channel: string,
  folder: DropFolder,
  messageId: string,
  at: Date,
): Promise<void> {
  const files = await db.query<{ id: number; name: string; vaultFile: string }>(
    `SELECT f.id, f.name, f.vault_file AS "vaultFile" FROM channels.bank_files f
      WHERE f.channel = $1 AND f.direction = 'out' AND f.message_id = $2
        AND NOT EXISTS (SELECT 1 FROM channels.bank_file_drops d WHERE d.file_id = f.id) ORDER BY f.id`,
    [channel, messageId],
  );
  for (const { id, name, vaultFile } of files) {
    const pieces: Buffer[] = [];
    const subject = { kind: 'bank-file', id };
    const command = ownCommand(channel, messageId, at);
    const reading = await recordRead(db, command, { purpose: 'file-hand-over', kinds: ['file'], subject });
    for await (const piece of vault.getFile(vaultFile, reading)) pieces.push(piece);
    await folder.put(name, Buffer.concat(pieces));
    await db.query('INSERT INTO channels.bank_file_drops (file_id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      id,
      at,
    ]);
  }
}

/** Takes what has arrived: each file is removed when what it says is committed. */
async function collectFolder(
  { db, vault, profile }: BankFileOptions,
  channel: string,
  folder: DropFolder,
  at: Date,
): Promise<void> {
  await demandFolder(channel, folder);
  const command = systemCommand('channels.folder', at, `${shanghaiDay(at)}-${randomUUID()}`);
  for (const { name, bytes } of await folder.arrivals()) {
    await receiveFile({ db, vault }, { channel, profile, name, bytes, way: 'folder' }, command);
    if (bytes.length > BANK_FILE_BYTES_MAX) await folder.layAside(name);
    else await folder.remove(name);
  }
}
