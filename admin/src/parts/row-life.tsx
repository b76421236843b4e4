import { useState, type ReactNode } from 'react';
import { useRefresh } from 'react-admin';
import type { LifeAction } from './life-action';
import { LifeButtons } from './life-buttons';
import { LifeSheet } from './life-sheet';

interface RowLife<R> {
  kind: string;
  resource: string;
  /** What may be done with a row. */
  actions: (row: R) => readonly LifeAction[];
}

interface RowLifeParts<R> {
  /** The buttons of a row, for its cell. */
  buttons: (row: R) => ReactNode;
  /** The one sheet of all rows, to stand beside the list. */
  sheet: ReactNode;
}

/** The actions of a list's rows. Their sheet stands beside the list, and stays when its row leaves it or becomes the card of a phone. */
export function useRowLife<R extends { id: number | string }>(life: RowLife<R>): RowLifeParts<R> {
  const { kind, resource, actions } = life;
  const refresh = useRefresh();
  const [picked, setPicked] = useState<{ id: R['id']; action: LifeAction } | undefined>(undefined);
  return {
    buttons: (row) => (
      <LifeButtons
        small
        kind={kind}
        actions={actions(row)}
        onPick={(action) => {
          setPicked({ id: row.id, action });
        }}
      />
    ),
    sheet: (
      <LifeSheet
        kind={kind}
        resource={resource}
        id={picked?.id ?? ''}
        action={picked?.action}
        onClose={() => {
          setPicked(undefined);
        }}
        onDone={refresh}
      />
    ),
  };
}
