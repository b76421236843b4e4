import { isRole, roleNames } from '@linggong/config/roles';
import { useTranslate } from 'react-admin';
import { useMe } from '../session/use-me';
import { useText2 } from './text2';

/** A business name such as `finance-officer#3` as people read it: "财务经办 #3", for oneself with one's own account; the platform itself is "系统". */
export function useActorText(): (actor: string) => string {
  const translate = useTranslate();
  const text = useText2();
  const account = useMe()?.account;
  return (actor) => {
    const [name = '', number] = actor.split('#');
    const word = isRole(name) ? text(roleNames[name]) : translate('timeline.system');
    if (number === undefined) return word;
    const own = account !== undefined && account.role === name && account.id?.toString() === number;
    return own ? `${word} ${account.identifier}` : `${word} #${number}`;
  };
}
