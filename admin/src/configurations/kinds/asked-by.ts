import type { AnyField, AnyKind, DescribedKind, Json } from '@linggong/studio/domain';

function isDescribed(kind: AnyKind): kind is DescribedKind {
  return 'inputField' in kind;
}

/** What a content is asked, described by fields; undefined for kinds that are asked otherwise, and while the content is not whole. */
export function askedBy(kind: AnyKind, content: Json): AnyField | undefined {
  if (!isDescribed(kind)) return undefined;
  const whole = kind.content.safeParse(content);
  return whole.success ? kind.inputField(whole.data) : undefined;
}
