import type { MessageSender } from '@linggong/access';

/** How long a code is good for. */
export const signingCodeMinutes = 5;

/** Sends a will-to-sign code or a reminder to a phone (短信渠道). What it is given is in clear, and kept nowhere. */
export interface CodeSender {
  readonly name: string;
  /** The demo has no phones: the sandbox lets the caller show the code itself. */
  readonly showsCodes: boolean;
  /** False where it could not be sent. */
  sendCode(message: { readonly phone: string; readonly code: string }, signal: AbortSignal): Promise<boolean>;
  sendReminder(message: { readonly phone: string }, signal: AbortSignal): Promise<boolean>;
}

/** By the platform's channel of short messages. */
export function codesBy({ name, send }: MessageSender): CodeSender {
  return {
    name,
    showsCodes: false,
    sendCode: (message, signal) => send({ kind: 'signing-code', minutes: signingCodeMinutes, ...message }, signal),
    sendReminder: (message, signal) => send({ kind: 'signing-reminder', ...message }, signal),
  };
}

/** Takes every message and sends none: for demo and tests. */
export function createSandboxCodeSender(): CodeSender {
  return {
    name: 'sandbox',
    showsCodes: true,
    sendCode: async () => true,
    sendReminder: async () => true,
  };
}
