import { CsvSplitter, type Database } from '@linggong/core';
import { parseYuan } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import {
  all,
  at as elementAt,
  ChannelFault,
  fenOfIsoAmount,
  textAt,
  type BankProfile,
  type FileReceipt,
  type Instruction,
} from '../../../domain';
import { decodeGb18030 } from '../../bank-file/file-text';
import { readXml } from '../../bank-file/xml-file';
import { SANDBOX_BANK } from '../sandbox-bank';
import { receiveFile } from '../receive-file';

export interface FileBankTools {
  readonly db: Database;
  readonly vault: Pick<Vault, 'openAll' | 'mask' | 'blindAll' | 'seal'>;
  readonly profile: BankProfile;
}

interface ClearLine {
  readonly endToEndId: string;
  readonly account: string;
  readonly amountFen: bigint;
  readonly card: string;
  readonly name: string;
  readonly remark: string;
}

interface ReadFile {
  readonly messageId: string;
  readonly lines: readonly ClearLine[];
  /** Sums of the header: the bank checks them before it takes anything. */
  readonly count: number;
  readonly totalFen: bigint;
}

/**
 * Takes a pain.001 or a sheet into the sandbox bank's books, as a bank's host does: what does not add up is refused as a whole,
 * cards are sealed again under the bank's own subject. @throws ChannelFault `conflict`
 */
export async function takeFile(tools: FileBankTools, bytes: Buffer, at: Date): Promise<FileReceipt> {
  const { db, vault, profile } = tools;
  const file = profile.csv === null ? readPain001(bytes) : readSheet(bytes, profile);
  const totalFen = file.lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  if (file.count !== file.lines.length || file.totalFen !== totalFen) throw refused('the control sums differ');
  const instructions = file.lines.map((line) => sealedAgain(vault, line));
  return db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO sandbox_bank.messages (message_id, channel, lines, total_fen, received_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (message_id) DO NOTHING`,
      [file.messageId, profile.code, file.lines.length, totalFen, at],
    );
    return receiveFile(tx, vault, SANDBOX_BANK, { messageId: file.messageId, instructions }, at, profile.code);
  });
}

function refused(words: string): ChannelFault {
  return new ChannelFault('conflict', SANDBOX_BANK, words);
}

function sealedAgain(vault: Pick<Vault, 'seal'>, line: ClearLine): Instruction {
  const subject = `sandbox:${line.endToEndId}`;
  return {
    endToEndId: line.endToEndId,
    payerAccount: line.account,
    amountFen: line.amountFen,
    remark: line.remark,
    payee: {
      subject,
      cardSealed: vault.seal('bank-card', subject, line.card),
      nameSealed: vault.seal('name', subject, line.name),
      bankCode: null,
    },
  };
}

function readPain001(bytes: Buffer): ReadFile {
  const initiation = elementAt(readXml(bytes), 'CstmrCdtTrfInitn');
  const lines = all(initiation, 'PmtInf').flatMap((group) =>
    all(group, 'CdtTrfTxInf').map((line): ClearLine => ({
      endToEndId: textAt(line, 'PmtId', 'EndToEndId') ?? '',
      account: textAt(group, 'DbtrAcct', 'Id', 'Othr', 'Id') ?? '',
      amountFen: fenOfIsoAmount(textAt(line, 'Amt', 'InstdAmt') ?? '') ?? 0n,
      card: textAt(line, 'CdtrAcct', 'Id', 'Othr', 'Id') ?? '',
      name: textAt(line, 'Cdtr', 'Nm') ?? '',
      remark: textAt(line, 'RmtInf', 'Ustrd') ?? '',
    })),
  );
  return {
    messageId: textAt(initiation, 'GrpHdr', 'MsgId') ?? '',
    lines,
    count: Number(textAt(initiation, 'GrpHdr', 'NbOfTxs')),
    totalFen: fenOfIsoAmount(textAt(initiation, 'GrpHdr', 'CtrlSum') ?? '') ?? 0n,
  };
}

/** A sheet without a header has no payer: the sandbox knows it by the account it is uploaded for, its first message. */
function readSheet(bytes: Buffer, { csv }: BankProfile): ReadFile {
  if (csv === null) throw refused('no sheet');
  const splitter = new CsvSplitter(csv.separator);
  const rows = [...splitter.push(decodeGb18030(bytes)), ...splitter.end()];
  if (csv.header === null) throw refused('a sheet without totals is uploaded by hand, never to the sandbox');
  const [head = [], , ...body] = rows;
  const headOf = (field: string): string => head[csv.header?.findIndex((known) => known === field) ?? -1] ?? '';
  const lines = body.map((row): ClearLine => {
    const of = (field: string): string => row[csv.columns.findIndex(([, known]) => known === field)] ?? '';
    return {
      endToEndId: of('reference'),
      account: headOf('payerAccount'),
      amountFen: fenOf(of('amount')),
      card: of('payeeAccount'),
      name: of('payeeName'),
      remark: of('purpose'),
    };
  });
  return { messageId: headOf('batch'), lines, count: Number(headOf('count')), totalFen: fenOf(headOf('total')) };
}

function fenOf(text: string): bigint {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw refused('an amount cannot be read');
  return parsed.fen;
}
