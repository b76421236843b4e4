import type { Announcements, DndContextProps } from '@dnd-kit/core';
import type { FormContent } from '@linggong/studio/domain';
import { useText2, type Text2 } from '../../parts/text2';

const words = {
  how: {
    zh: '按空格拿起字段，用上下方向键移动，再按空格放下，按 Esc 取消。',
    en: 'Press space to lift a field, arrows to move it, space again to drop it, escape to leave it.',
  },
  lifted: { zh: '已拿起', en: 'Lifted' },
  over: { zh: '移到第', en: 'Now at place' },
  dropped: { zh: '已放在第', en: 'Dropped at place' },
  left: { zh: '未移动', en: 'Not moved' },
} as const satisfies Record<string, Text2>;

const placeOf = (id: string | number | undefined): number => Number(String(id ?? '').replace('place-', ''));

/** What a screen reader says while a field is moved by keyboard, in the reader's language. */
export function useSpokenMoves(content: FormContent): NonNullable<DndContextProps['accessibility']> {
  const text = useText2();
  const label = (id: string | number): string => {
    const field = content.fields[placeOf(id)];
    return field === undefined ? '' : text(field.label);
  };
  const at = (word: Text2, over: { id: string | number } | null): string =>
    over === null ? text(words.left) : `${text(word)} ${(placeOf(over.id) + 1).toString()}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `${text(words.lifted)} ${label(active.id)}`,
    onDragOver: ({ over }) => at(words.over, over),
    onDragEnd: ({ over }) => at(words.dropped, over),
    onDragCancel: () => text(words.left),
  };
  return { announcements, screenReaderInstructions: { draggable: text(words.how) } };
}
