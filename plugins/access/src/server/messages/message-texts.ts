import { firstTexts, type MessageKind } from '../../domain/message-text';
import type { Text2 } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';

/** The words of a kind of message that are in force (生效的通知文本). */
export interface WordsInForce {
  /** With places `{{name}}`, which the sender fills in; without signature. */
  readonly text: Text2;
  /**
   * Number under which the operator of short messages holds just these words (短信模板编号). Undefined for words that are sent by the number of the
   * settings: those of the first day.
   */
  readonly operatorTemplate: string | undefined;
}

/** Looks up what is in force; undefined where nothing is. It may throw: the message is not sent then, and whoever asked is told. */
export type MessageWords = (kind: MessageKind) => Promise<WordsInForce | undefined>;

/** Where the Studio, which stands above this plugin, tells what messages say. Without it they say what code says. */
export interface MessageTexts {
  register(words: MessageWords): void;
  inForce(kind: MessageKind): Promise<WordsInForce>;
}

export function createMessageTexts(): MessageTexts {
  let known: MessageWords | undefined;
  return {
    register: (words) => void (known = words),
    inForce: async (kind) => (await known?.(kind)) ?? { text: firstTexts[kind].text, operatorTemplate: undefined },
  };
}

export function messageTextsOf(strapi: Core.Strapi): MessageTexts {
  return strapi.plugin('access').service('messageTexts');
}
