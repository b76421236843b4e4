import { firstTexts, type MessageKind } from '@linggong/access/domain';
import type { Text2 } from '@linggong/core/domain';

/** Characters of one short message, and of each part of a longer one, as operators in China count and charge them. */
const SINGLE_MAX = 70;
const PART_MAX = 67;
/** Longer ones are taken by no operator. */
export const messageCharactersMax = 500;

/** What whoever carries a message puts in front of it (短信签名); operators have one of their own under which it was registered. */
export const messageSignature: Text2 = { zh: '【灵工】', en: 'Linggong: ' };

export interface MessageLength {
  /** With the signature. */
  readonly characters: number;
  /** Messages that are charged (计费条数). */
  readonly parts: number;
}

/** How long a message is, its signature included. */
export function messageLength(text: string, language: keyof Text2): MessageLength {
  const characters = messageSignature[language].length + text.length;
  return { characters, parts: characters <= SINGLE_MAX ? 1 : Math.ceil(characters / PART_MAX) };
}

/**
 * The Chinese words as each operator wants them registered (报备): 腾讯云 numbers the blanks, 阿里云 names them. The order is that in which the
 * sender gives the values, wherever they stand in the text.
 */
export function registeredTexts(
  kind: MessageKind,
  chinese: string,
): { readonly tencent: string; readonly aliyun: string } {
  const names = firstTexts[kind].variables.map(({ name }) => name);
  const withBlanks = (blank: (name: string, number: number) => string): string =>
    names.reduce((text, name, index) => text.replaceAll(`{{${name}}}`, () => blank(name, index + 1)), chinese);
  return {
    tencent: withBlanks((_name, number) => `{${number}}`),
    aliyun: withBlanks((name) => `\${${name}}`),
  };
}
