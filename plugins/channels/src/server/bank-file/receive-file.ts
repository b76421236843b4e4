import { record } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import { ownBytes, textFile, type Admitted, type Vault } from '@linggong/vault';
import { FileFault, type BankDocument, type BankProfile } from '../../domain';
import { keepFile, lockChannel, sameFile, sha256Of } from './file-rows';
import { keepAnswers } from './keep-answers';
import { keepLines } from './keep-lines';
import { readDocument } from './read-document';
import type { PayerVault } from './sealed-payers';
import { withUnflaggedReturns } from './unflagged-returns';

/** Bytes of one file of a bank: a report of 5,000 payments has three million, and more would hold up the process for seconds. */
export const BANK_FILE_BYTES_MAX = 6 * 1024 * 1024;

export interface IncomingFile {
  readonly channel: string;
  readonly profile: BankProfile;
  readonly name: string;
  readonly bytes: Buffer;
  readonly way: 'console' | 'folder';
}

export interface ReceivedFile {
  readonly id: number;
  /** Did these very bytes come before? Nothing was done then. */
  readonly isSame: boolean;
}

type ReceivingVault = Pick<Vault, 'putFile'> & PayerVault;

interface ReceivingTools {
  readonly db: Database;
  readonly vault: ReceivingVault;
}

/**
 * Takes a file of a bank: reads it as a whole, keeps it sealed, and puts what it says into the feed and the statement lines, in one
 * transaction. The same bytes do nothing; a file whose number came before with other bytes adds only what is new. A file that cannot
 * be read, or contradicts itself, is kept as refused with the reason, and nothing of it is applied.
 */
export async function receiveFile(
  { db, vault }: ReceivingTools,
  file: IncomingFile,
  command: Command,
): Promise<ReceivedFile> {
  const read = readOrFault(file);
  return db.transaction(async (tx) => {
    await lockChannel(tx, file.channel);
    const same = await sameFile(tx, file.channel, 'in', file.bytes);
    if (same) return { id: same.id, isSame: true };
    const id =
      read instanceof FileFault
        ? await refuse(tx, vault, file, read, command)
        : await apply(tx, vault, file, read, command);
    return { id, isSame: false };
  });
}

function readOrFault({ bytes, profile }: IncomingFile): BankDocument | FileFault {
  if (bytes.length > BANK_FILE_BYTES_MAX) return new FileFault('too-large');
  if (textFile(bytes) === undefined) return new FileFault('kind-unknown');
  try {
    return readDocument(bytes, profile, sha256Of(bytes).toString('hex').slice(0, 32));
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
}

async function refuse(
  tx: Tx,
  vault: Pick<Vault, 'putFile'>,
  file: IncomingFile,
  { code, where }: FileFault,
  command: Command,
): Promise<number> {
  const row = {
    ...commonOf(file, command),
    kind: 'unknown',
    documentId: null,
    messageId: null,
    state: 'refused',
  } as const;
  const id = await keepFile(
    tx,
    vault,
    { ...row, fault: { code, where }, lines: 0, totalFen: null, answers: 0 },
    { bytes: file.bytes, content: keptOf(file.bytes) },
    'application/octet-stream',
  );
  await tell(tx, command, id, 'bank-file.refuse', { code });
  return id;
}

/** A refused file that is no text at all is not kept: a note says what came, and its row by which bytes it is known. */
function keptOf(bytes: Buffer): Admitted {
  return textFile(bytes) ?? ownBytes(Buffer.from(`not kept: no text file, ${bytes.length} bytes\n`));
}

function commonOf({ channel, name, way }: IncomingFile, { at, actor }: Command) {
  const broughtBy = way === 'console' ? actor.accountId : undefined;
  return { channel, direction: 'in', name: name.slice(-120), way, broughtBy, at } as const;
}

/** A contradiction that only the books show undoes what was written of the file, and refuses it. */
async function apply(
  tx: Tx,
  vault: ReceivingVault,
  file: IncomingFile,
  document: BankDocument,
  command: Command,
): Promise<number> {
  await tx.query('SAVEPOINT bank_file');
  try {
    const id = await keepDocument(tx, vault, file, document, command);
    await tx.query('RELEASE SAVEPOINT bank_file');
    return id;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT bank_file');
    return refuse(tx, vault, file, error, command);
  }
}

async function keepDocument(
  tx: Tx,
  vault: ReceivingVault,
  file: IncomingFile,
  read: BankDocument,
  command: Command,
): Promise<number> {
  const document = await withUnflaggedReturns(tx, file.channel, read);
  // The rows below name the file, and its row says what they added: the number is drawn first.
  const { id } = await tx.one<{ id: number }>("SELECT nextval('channels.bank_files_id_seq')::int AS id");
  const answers = await keepAnswers(tx, file.channel, id, document, command.at);
  const lines = await keepLines({ tx, vault }, file.channel, id, document);
  await keepFile(
    tx,
    vault,
    {
      ...commonOf(file, command),
      kind: document.kind,
      documentId: document.documentId,
      messageId: document.original?.messageId ?? null,
      state: answers + lines > 0 || isNews(document) ? 'applied' : 'repeated',
      fault: null,
      lines: document.lines.length,
      totalFen: null,
      answers,
    },
    { bytes: file.bytes, content: keptOf(file.bytes) },
    document.kind === 'csv-answer' ? 'text/csv' : 'application/xml',
    id,
  );
  await tell(tx, command, id, 'bank-file.receive', { kind: document.kind, answers, lines });
  return id;
}

/** A report that only says "still open" is no repetition. */
function isNews({ answers, lines, groups }: BankDocument): boolean {
  return answers.length + lines.length + groups.length === 0;
}

async function tell(
  tx: Tx,
  command: Command,
  id: number,
  action: string,
  after: Record<string, string | number>,
): Promise<void> {
  await record(tx, command, { action, subject: { kind: 'bank-file', id }, after });
}
