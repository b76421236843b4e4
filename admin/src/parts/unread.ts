/** Attribute of an input in which something stands that cannot be read: half a day, `12a` for an amount. */
const mark = 'data-unread';

/** For `slotProps.htmlInput` of an input that is typed as text. */
export function unreadMark(isUnread: boolean): Readonly<Record<string, string>> {
  return isUnread ? { [mark]: '' } : {};
}

/**
 * Goes to the first input within whose text cannot be read, and says whether there is one. What is behind such an input is not what the
 * reader sees – the value of before, or none – so nothing is sent while there is one.
 */
export function goToUnread(within: ParentNode): boolean {
  const first = within.querySelector<HTMLElement>(`[${mark}]`);
  first?.scrollIntoView({ block: 'center' });
  first?.focus();
  return first !== null;
}
