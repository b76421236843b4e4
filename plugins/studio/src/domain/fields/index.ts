export type { AnyField, Choices, Control, Field, ListControl, Of } from './field';
export { fieldChanges } from './field-changes';
export { fault, fieldFaults } from './field-faults';
export { added, list, maybe, record, variant } from './groups';
export {
  choice,
  choices,
  count,
  day,
  flag,
  id,
  instant,
  kindOfWorkCode,
  money,
  pickedDay,
  rate,
  text,
  text2,
  time,
} from './leaves';
export { isLeftEmpty, percent, shown, shownBeside } from './shown';
