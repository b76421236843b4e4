/** Words of the editors of contents that are described by fields. */
export const kindEditors = {
  kindEditor: {
    language: { zh: 'Chinese', en: 'English' },
    add: 'Add: %{item}',
    up: 'Move up',
    down: 'Move down',
    double: 'Duplicate',
    remove: 'Remove',
    yuan: 'yuan',
    beijing: 'Beijing time',
    unread: 'This value cannot be read; the former one is kept',
  },
};
