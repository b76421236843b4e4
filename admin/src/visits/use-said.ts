import { useCallback, useState } from 'react';
import { draftName, dropDraft } from '../parts/form-draft';
import { useMe } from '../session/use-me';
import { readSaid, type Said } from './visit';

type SaidOfItems = Readonly<Record<string, Said>>;

export interface SaidOfVisit {
  said: SaidOfItems;
  say: (item: string, part: Partial<Said>) => void;
  /** Forgets it, once it was taken. */
  drop: () => void;
}

/**
 * What was said so far of the items of a visit: kept in this tab until the visit ends, since a telephone that takes photographs may load the
 * page anew, and an error must lose nothing.
 */
export function useSaid(visitId: number): SaidOfVisit {
  const identifier = useMe()?.account.identifier ?? '';
  const name = draftName(identifier, `/site-visits/${visitId.toString()}`);
  const [said, setSaid] = useState<SaidOfItems>(() => readSaid(sessionStorage.getItem(name)));
  const say = useCallback(
    (item: string, part: Partial<Said>) => {
      setSaid((before) => {
        const next = { ...before, [item]: { note: '', ...before[item], ...part } };
        keep(name, next);
        return next;
      });
    },
    [name],
  );
  const drop = useCallback(() => {
    dropDraft(sessionStorage, name);
  }, [name]);
  return { said, say, drop };
}

/** A storage that is full keeps nothing, and the page goes on. */
function keep(name: string, said: SaidOfItems): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(said));
  } catch {
    dropDraft(sessionStorage, name);
  }
}
