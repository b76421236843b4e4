import path from 'node:path';
import { settingsFromEnvironment, smsSettings } from '@linggong/config';
import { clockOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { faultSummary } from '../../domain/fault-summary';
import type { Message, MessageChannel, MessageSender } from './message-sender';
import { messageTextsOf, type MessageTexts, type WordsInForce } from './message-texts';
import { createAliyunSms } from './channels/aliyun-sms';
import { createTencentSms } from './channels/tencent-sms';
import { createSandboxSender } from './sandbox-sender';

/** How long a channel is waited for. */
const SEND_MS_MAX = 10_000;
/** Messages on their way at once; what is beyond is not sent. */
const PENDING_MAX = 100;

/** Messages to telephones (短信). */
export interface Messages {
  /** Whether anybody carries them. */
  readonly isReady: boolean;
  /**
   * Sends after the caller has gone on: how long a channel takes must not be seen in an answer. `notSent` is called where it was
   * not taken. A message in hand is lost with the process; whoever waits for it asks again. `words`: as of `MessageSender`.
   */
  post(message: Message, notSent: () => Promise<void>, words?: WordsInForce): void;
  /** Waits for what is on its way. */
  settle(): Promise<void>;
}

export function createMessages({ strapi }: { strapi: Core.Strapi }): Messages {
  return messagesBy(senderOf(strapi), (error) => strapi.log.error(`a message was not sent: ${faultSummary(error)}`));
}

export function messagesOf(strapi: Core.Strapi): Messages {
  return strapi.plugin('access').service('messages');
}

/** The messages that a sender carries; faults of a channel are told without their message, which may quote the number. */
export function messagesBy(sender: MessageSender | undefined, fault: (error: unknown) => void): Messages {
  const pending = new Set<Promise<void>>();
  const carry = async (message: Message, notSent: () => Promise<void>, words?: WordsInForce): Promise<void> => {
    try {
      const send = (): Promise<boolean> => isSent(sender, { message, words }, fault);
      const isTaken = pending.size < PENDING_MAX && (await send());
      if (!isTaken) await notSent();
    } catch (error) {
      fault(error);
    }
  };
  return {
    isReady: sender !== undefined,
    post(message, notSent, words) {
      const done: Promise<void> = carry(message, notSent, words).finally(() => pending.delete(done));
      pending.add(done);
    },
    async settle() {
      await Promise.all(pending);
    },
  };
}

async function isSent(
  sender: MessageSender | undefined,
  { message, words }: { readonly message: Message; readonly words: WordsInForce | undefined },
  fault: (error: unknown) => void,
): Promise<boolean> {
  try {
    return (await sender?.send(message, AbortSignal.timeout(SEND_MS_MAX), words)) ?? false;
  } catch (error) {
    fault(error);
    return false;
  }
}

/**
 * Who sends messages, by `MESSAGE_SENDER`: an operator's channel, the sandbox of the demo, or nobody; in the words that are in force.
 * @throws SettingsProblem where a channel is named without its credentials
 */
export function senderOf(strapi: Core.Strapi): MessageSender | undefined {
  const channel = channelOf(strapi);
  return channel && sendingBy(channel, { inForce: (kind) => messageTextsOf(strapi).inForce(kind) });
}

/** A channel that is given the words in force with each message. */
export function sendingBy({ name, send }: MessageChannel, texts: Pick<MessageTexts, 'inForce'>): MessageSender {
  return {
    name,
    async send(message, signal, words) {
      const said = words ?? (await texts.inForce(message.kind));
      signal.throwIfAborted();
      return send(message, said, signal);
    },
  };
}

function channelOf(strapi: Core.Strapi): MessageChannel | undefined {
  const { messageSender, dataFolder } = settingsFromEnvironment(process.env);
  if (messageSender === 'none') return undefined;
  if (messageSender === 'tencent-sms') return createTencentSms(smsSettings(messageSender, process.env));
  if (messageSender === 'aliyun-sms') return createAliyunSms(smsSettings(messageSender, process.env));
  return createSandboxSender({
    folder: path.join(dataFolder, 'messages'),
    mask: (phone) => vaultOf(strapi).mask('phone', phone),
    now: () => clockOf(strapi).now(),
  });
}
