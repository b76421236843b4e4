import { isRole, roleNames } from '@linggong/config/roles';
import { useTranslate } from 'react-admin';
import { useText2 } from './text2';

/** A business name such as `finance-officer#3` as people read it: "财务经办 #3"; the platform itself is "系统". */
export function useActorText(): (actor: string) => string {
  const translate = useTranslate();
  const text = useText2();
  return (actor) => {
    const [name = '', number] = actor.split('#');
    const word = isRole(name) ? text(roleNames[name]) : translate('timeline.system');
    return number === undefined ? word : `${word} #${number}`;
  };
}
