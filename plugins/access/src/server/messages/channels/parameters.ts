import type { SmsSettings } from '@linggong/config';
import { problem } from '@linggong/core/domain';
import { firstTexts } from '../../../domain/message-text';
import type { Message } from '../message-sender';
import type { WordsInForce } from '../message-texts';
import { valuesOf } from '../message-values';

/** A message as operators of short messages take it: the code of a template that they approved, and what stands in its blanks. */
export interface TemplateOrder {
  readonly template: string;
  /** In the order of the blanks, by the name that a template with named blanks gives them. */
  readonly blanks: readonly (readonly [name: string, value: string])[];
}

/**
 * Operators send the words that they hold under a number, whatever is in force here. The number of the settings stands for the words of the
 * first day; others have a number of their own.
 * @throws Problem 503 `operator-template-missing` where the words in force have none: other words than those in force are not sent
 */
export function templateOrder(message: Message, words: WordsInForce, { templates }: SmsSettings): TemplateOrder {
  const { kind } = message;
  const isFirst = words.text.zh === firstTexts[kind].text.zh;
  const template = words.operatorTemplate ?? (isFirst ? templates[kind] : undefined);
  if (template === undefined) throw noNumber();
  return { template, blanks: valuesOf(message).map(([name, { zh }]) => [name, zh]) };
}

function noNumber(): Error {
  return problem(
    503,
    'operator-template-missing',
    { zh: '生效的短信文本没有运营商模板编号', en: 'The words in force have no template number of the operator' },
    { fix: { zh: '请在配置中心填写报备后的模板编号', en: 'Give the number that the operator gave them in Studio' } },
  );
}
