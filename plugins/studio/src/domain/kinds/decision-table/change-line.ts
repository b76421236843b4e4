import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../../kind';

/** One line of a comparison; none where nothing changed. */
export function changeLine(where: Text2, before: Text2 | undefined, after: Text2 | undefined): Change[] {
  if (before === undefined) return after === undefined ? [] : [{ change: 'added', where, after }];
  if (after === undefined) return [{ change: 'removed', where, before }];
  return before.zh === after.zh && before.en === after.en ? [] : [{ change: 'changed', where, before, after }];
}

/** 「第 3 行 · 单笔金额」 */
export function placeWords(outer: Text2, inner: Text2): Text2 {
  return { zh: `${outer.zh} · ${inner.zh}`, en: `${outer.en}, ${inner.en}` };
}
