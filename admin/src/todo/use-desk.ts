import { useCallback, useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { useShortcut } from '../shell/shortcuts';
import { entryAt, neighbourOf, type Entry } from './entries';
import { useDecided } from './use-decided';
import type { Entries } from './use-entries';

export interface Outcome {
  entry: Entry | undefined;
  result: ReactNode;
}

export interface Desk {
  /** Those of the kind that is shown. */
  shown: readonly Entry[];
  kind: string | undefined;
  /** The opened thing as the address names it, and the thing itself; undefined where it is not among those that wait. */
  open: string | undefined;
  entry: Entry | undefined;
  /** It has left the list since it was opened. */
  left: boolean;
  /** What came of the last decision, and of which thing. */
  said: Outcome | undefined;
  say: (result: ReactNode) => void;
  unsay: () => void;
  go: (entry: Entry | undefined) => void;
  step: (by: 1 | -1) => void;
  search: string;
}

/** What is opened out of the list, how one walks through it, and what comes next; the address carries it all. */
export function useDesk({ entries, kinds }: Entries): Desk {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { kind: openKind, id } = useParams();
  const asked = new URLSearchParams(search).get('kind');
  // A kind that is none, or of which nothing waits any more, narrows nothing.
  const kind = kinds.find(({ todo }) => todo.key === asked)?.todo.key;
  const open = openKind === undefined || id === undefined ? undefined : `${openKind}/${id}`;
  const shown = kind === undefined ? entries : entries.filter(({ todo }) => todo.key === kind);
  const [said, setSaid] = useState<Outcome | undefined>(undefined);
  const [last, setLast] = useState<Entry | undefined>(undefined);
  const entry = entries.find(({ key }) => key === open) ?? (last?.key === open ? last : undefined);
  if (entry !== undefined && entry !== last) setLast(entry);
  const go = useCallback(
    (next: Entry | undefined) => {
      navigate(next === undefined ? `/todo${search}` : entryAt(next, search), { replace: true });
    },
    [navigate, search],
  );
  const step = (by: 1 | -1): void => {
    const next = neighbourOf(shown, open, by);
    if (next === undefined || next.key === open) return;
    setSaid(undefined);
    go(next);
  };
  useShortcut('j', () => {
    step(1);
  });
  useShortcut('k', () => {
    step(-1);
  });
  const left = useDecided(shown, open, go);
  const say = (result: ReactNode): void => {
    setSaid({ entry, result });
  };
  const unsay = (): void => {
    setSaid(undefined);
  };
  return { shown, kind, open, entry, left, said, say, unsay, go, step, search };
}
