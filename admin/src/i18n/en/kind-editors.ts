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
    asks: {
      count: 'A whole number from %{min} to %{max}',
      money: 'An amount in yuan, not below zero, with two decimals at most',
      rate: 'A percentage from 0 to 100',
      time: 'A time of the day, such as 09:30',
      instant: 'Beijing time, such as 2026-11-22 10:14',
    },
  },
};
