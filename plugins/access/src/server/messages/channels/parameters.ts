import type { SmsSettings } from '@linggong/config';
import { noticeWords } from '../../notices/notice-words';
import type { Message } from '../message-sender';

/** A message as operators of short messages take it: the code of a template that they approved, and what stands in its blanks. */
export interface TemplateOrder {
  readonly template: string;
  /** In the order of the blanks, by the name that a template with named blanks gives them. */
  readonly blanks: readonly (readonly [name: string, value: string])[];
}

export function templateOrder(message: Message, { templates }: SmsSettings): TemplateOrder {
  const template = templates[message.kind];
  switch (message.kind) {
    case 'password-reset':
    case 'signing-code':
      return {
        template,
        blanks: [
          ['code', message.code],
          ['minutes', String(message.minutes)],
        ],
      };
    case 'account-notice':
      return { template, blanks: [['notice', noticeWords[message.notice].zh]] };
    case 'signing-reminder':
      return { template, blanks: [] };
  }
}
