import { messageKinds, type MessageKind } from '@linggong/access/domain';

/** Key of the configuration that holds the words of a message: `notices.password-reset`. */
export function noticeKey(kind: MessageKind): string {
  return kind === 'account-notice' ? 'notices.account' : `notices.${kind}`;
}

/** The message whose words a configuration holds; undefined for another one. */
export function noticeKindOf(key: string): MessageKind | undefined {
  return messageKinds.find((kind) => noticeKey(kind) === key);
}
