import type { NoticeKind } from '../../domain/notice';
import type { WordsInForce } from './message-texts';

/** A code for a new password, to register with, or to sign a contract with (意愿认证口令). The number and the code are in clear here and kept nowhere. */
interface CodeMessage {
  readonly kind: 'password-reset' | 'registration-code' | 'signing-code';
  readonly phone: string;
  readonly code: string;
  /** How long the code is good for. */
  readonly minutes: number;
}

/** That somebody did something about the account of the holder. */
interface NoticeMessage {
  readonly kind: 'account-notice';
  readonly phone: string;
  readonly notice: NoticeKind;
}

/** That a contract waits for its signature. */
interface ReminderMessage {
  readonly kind: 'signing-reminder';
  readonly phone: string;
}

/** What is sent to a telephone. */
export type Message = CodeMessage | NoticeMessage | ReminderMessage;

/** Carries messages to telephones (短信渠道). An adapter is a channel of an operator; the sandbox stands for one in the demo. */
export interface MessageChannel {
  readonly name: string;
  /** @returns false where it was not taken; it may throw as well, which means the same */
  send(message: Message, words: WordsInForce, signal: AbortSignal): Promise<boolean>;
}

/** Sends messages in the words that are in force at that moment. */
export interface MessageSender {
  readonly name: string;
  /**
   * @param words what was in force when the caller looked; looked up here where it did not
   * @returns false where it was not taken; it may throw as well, which means the same
   */
  send(message: Message, signal: AbortSignal, words?: WordsInForce): Promise<boolean>;
}
