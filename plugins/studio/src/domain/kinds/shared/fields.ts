import { choices, kindOfWorkCode, list, type Field } from '../../fields';
import { classNames, everyClass, everyKindOfWork } from './words';

/** Classes of enterprise that something is for. */
export const classes = choices(
  { zh: '企业等级', en: 'Classes of enterprise' },
  { choices: classNames, none: everyClass },
);

/** Kinds of work (codes of business scenarios) that something is for; none means every one. */
export const kindsOfWork: Field<readonly string[]> = list(
  { zh: '业务场景', en: 'Kinds of work' },
  kindOfWorkCode({ zh: '业务场景', en: 'Kind of work' }),
  {
    item: { zh: '业务场景', en: 'kind of work' },
    max: 50,
    none: everyKindOfWork,
    help: { zh: '不填表示适用于所有业务场景', en: 'None means every kind of work' },
  },
);

/** Whether a list of what something is for takes a value: none means every one; a value that is not known fits that alone. */
export function isFor<V>(picked: readonly V[], value: V | null): boolean {
  return picked.length === 0 || (value !== null && picked.includes(value));
}
