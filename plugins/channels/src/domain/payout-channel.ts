import type { Reading } from '@linggong/audit/domain';
import type { Fen } from '@linggong/core/domain';
import type { BankReasonCode } from './bank-reasons';
import type { RefusalCode } from './bank/refusals';

/** Who is paid, sealed: only the adapter opens card and name, at the edge, and stores neither in clear. */
export interface SealedPayee {
  /** Subject that the ciphertexts are bound to: the worker's blind identity number in hex. */
  subject: string;
  cardSealed: Uint8Array;
  nameSealed: Uint8Array;
  /** Identity number, for channels that ask for it (`asksIdentity`). */
  identitySealed?: Uint8Array | null;
  /** Bank line number (联行号) where it is known. */
  bankCode: string | null;
}

/** One credit transfer. Field names follow pain.001 (`CdtTrfTxInf`). */
export interface Instruction {
  /** Unique for ever: the bank pays it once, however often it is sent. */
  endToEndId: string;
  /** Number of the enterprise's sub-account that pays. */
  payerAccount: string;
  /** Name and bank of the sub-account (`Dbtr/Nm`, `DbtrAgt`): files need them. */
  payerName?: string | null;
  payerBankCode?: string | null;
  amountFen: Fen;
  /** Words for the payee's statement (附言); never personal data. */
  remark: string;
  payee: SealedPayee;
}

export interface InstructionFile {
  /** `GrpHdr/MsgId`. */
  messageId: string;
  instructions: readonly Instruction[];
}

/** What the bank took. Refusals of single instructions come as answers, not here. */
export interface FileReceipt {
  messageId: string;
  /** Instructions taken now. */
  taken: number;
  /** Instructions taken before with the same body. */
  repeated: number;
}

export type AnswerStatus = 'settled' | 'rejected' | 'returned';

/** What the bank says of one instruction. A `returned` always comes after its `settled`. */
export interface ChannelAnswer {
  endToEndId: string;
  status: AnswerStatus;
  /** Why it was rejected or returned. */
  reasonCode: BankReasonCode | null;
  /** Serial of the bank (交易流水号). */
  bankReference: string | null;
  /** When it happened at the bank. */
  at: Date;
}

export interface AnswerPage {
  answers: readonly ChannelAnswer[];
  /** Give it back to get what comes after. */
  cursor: string;
  more: boolean;
}

/** State of one instruction at the bank; `unknown` where it never arrived. */
export interface Enquiry {
  endToEndId: string;
  status: 'unknown' | 'pending' | AnswerStatus;
}

/** One line of the statement of a sub-account (camt.053 `Ntry`). */
export interface StatementEntry {
  /** Unique serial of the bank. */
  serial: string;
  account: string;
  direction: 'credit' | 'debit';
  amountFen: Fen;
  balanceAfterFen: Fen;
  /** True for money that comes back (`RvslInd`). */
  reversal: boolean;
  endToEndId: string | null;
  remark: string;
  at: Date;
}

/**
 * A way to pay (付款渠道): a bank's file exchange, its interface, or the sandbox bank. Every adapter passes the same
 * conformance cases. Times are told: an adapter reads no clock.
 * @throws ChannelFault where the bank is away, or says that a known instruction came with another body
 */
export interface PayoutChannel {
  readonly name: string;
  /** Does its file name the payee's identity number? */
  readonly asksIdentity: boolean;
  /** Does `examine` look at payees at all? Where it does not, nobody has to open them for it. */
  readonly examinesPayees: boolean;
  /**
   * Why instructions would be refused as they are (names, accounts, bank numbers, remarks), in their order, undefined where
   * nothing speaks against one; asked before anything is prepared, so that the others go.
   * @param reading leave to open the payees
   */
  examine(instructions: readonly Instruction[], reading: Reading): readonly (RefusalCode | undefined)[];
  /** Hands instructions over. Sending the same file again changes nothing. */
  submit(file: InstructionFile, at: Date): Promise<FileReceipt>;
  /** Answers after a cursor, in the order in which the bank gave them; the same cursor gives the same again. */
  answers(cursor: string | undefined, limit: number, at: Date): Promise<AnswerPage>;
  /** What became of single instructions, for those whose outcome stays unknown. */
  enquire(endToEndIds: readonly string[], at: Date): Promise<Enquiry[]>;
  /** Lines of a sub-account's statement with `from` <= time < `to`, oldest first. */
  statement(account: string, from: Date, to: Date): Promise<StatementEntry[]>;
}

/** The bank did not do what it was asked. `unavailable` may be tried again; `conflict` needs a person. */
export class ChannelFault extends Error {
  constructor(
    readonly kind: 'unavailable' | 'conflict',
    readonly channel: string,
    message: string,
  ) {
    super(`${channel}: ${message}`);
    this.name = 'ChannelFault';
  }
}
