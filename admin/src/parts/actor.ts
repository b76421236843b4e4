import { useTranslate } from 'react-admin';
import { useMe } from '../session/use-me';
import { actorName, type ActorNames } from './actor-name';
import { useText2 } from './text2';

/** A business name such as `finance-officer#3` as people read it; `names` are those of the record it stands at. */
export function useActorText(): (actor: string, names?: ActorNames) => string {
  const translate = useTranslate();
  const text = useText2();
  const own = useMe()?.account;
  return (actor, names) =>
    actorName(
      actor,
      {
        text,
        system: translate('timeline.system'),
        account: (number) => translate('timeline.account', { number }),
        own,
      },
      names,
    );
}

/** A name of anything; where it is the business name of an account, as people read it. */
export function useNamedText(): (name: string) => string {
  const actor = useActorText();
  return (name) => (/^[a-z-]+#\d+$/.test(name) ? actor(name) : name);
}
