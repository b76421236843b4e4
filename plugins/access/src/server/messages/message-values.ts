import type { Text2 } from '@linggong/core/domain';
import type { MessageValues } from '../../domain/message-text';
import { noticeWords } from '../notices/notice-words';
import type { Message } from './message-sender';

/** What stands in the places of a message, in the order of its declared variables (`firstTexts`). */
export function valuesOf(message: Message): MessageValues {
  switch (message.kind) {
    case 'password-reset':
    case 'registration-code':
    case 'signing-code':
      return [
        ['code', plain(message.code)],
        ['minutes', plain(String(message.minutes))],
      ];
    case 'account-notice':
      return [['notice', noticeWords[message.notice]]];
    case 'signing-reminder':
      return [];
  }
}

function plain(words: string): Text2 {
  return { zh: words, en: words };
}
