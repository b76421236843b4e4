import { useTranslate } from 'react-admin';
import { isRole } from '../session/roles';

/** A business name such as `finance-officer#3` as people read it: "财务经办 #3"; the platform itself is "系统". */
export function useActorText(): (actor: string) => string {
  const translate = useTranslate();
  return (actor) => {
    const [name = '', number] = actor.split('#');
    const word = isRole(name) ? translate(`role.${name}`) : translate('timeline.system');
    return number === undefined ? word : `${word} #${number}`;
  };
}
