/** Words of the editors of contents that are described by fields. */
export const kindEditors = {
  kindEditor: {
    acknowledge: {
      title: 'Acknowledgement',
      mine: 'I have read it and go by it',
      done: 'You acknowledged it on %{day}',
      due: 'Acknowledge it by %{day}',
      count: '%{done} of %{all} acknowledged it',
      missing: 'Not yet',
      all: 'Everybody whom it binds acknowledged it.',
    },
    language: { zh: 'Chinese', en: 'English' },
    add: 'Add: %{item}',
    up: 'Move up',
    down: 'Move down',
    kept: '(%{count} unchanged)',
    insert: 'Insert a variable',
    double: 'Duplicate',
    remove: 'Remove',
    yuan: 'yuan',
    beijing: 'Beijing time',
    unread: 'This value cannot be read; correct it before saving',
  },
};
