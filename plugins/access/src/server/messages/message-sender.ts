/** What is sent to a telephone. The number and the code are in clear here and kept nowhere. */
export interface Message {
  readonly kind: 'password-reset';
  readonly phone: string;
  readonly code: string;
  /** How long the code is good for. */
  readonly minutes: number;
}

/** Carries messages to telephones (短信渠道). An adapter is a channel of an operator; the sandbox stands for one in the demo. */
export interface MessageSender {
  readonly name: string;
  /** @returns false where it was not taken; it may throw as well, which means the same */
  send(message: Message, signal: AbortSignal): Promise<boolean>;
}
