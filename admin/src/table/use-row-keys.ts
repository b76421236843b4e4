import { useCallback, useEffect, useState } from 'react';
import { useShortcut } from '../shell/shortcuts';

/** j and k walk through the rows, Enter opens, x selects. The cursor leaves when the rows change. */
export function useRowKeys<R>(
  rows: readonly R[] | undefined,
  open: (row: R) => void,
  select?: (row: R) => void,
): number | undefined {
  const [cursor, setCursor] = useState<number | undefined>(undefined);
  const count = rows?.length ?? 0;
  const [seen, setSeen] = useState(rows);
  if (seen !== rows) {
    setSeen(rows);
    setCursor(undefined);
  }
  const move = useCallback(
    (by: number) => {
      setCursor((now) =>
        count === 0
          ? undefined
          : now === undefined
            ? by > 0
              ? 0
              : count - 1
            : Math.min(count - 1, Math.max(0, now + by)),
      );
    },
    [count],
  );
  const here = cursor === undefined ? undefined : rows?.[cursor];
  useShortcut(
    'j',
    useCallback(() => {
      move(1);
    }, [move]),
  );
  useShortcut(
    'k',
    useCallback(() => {
      move(-1);
    }, [move]),
  );
  useShortcut(
    'x',
    useCallback(() => {
      if (here !== undefined) select?.(here);
    }, [here, select]),
  );
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      // Enter on a button or link is that button's; only a bare Enter opens the row under the cursor.
      if (event.key !== 'Enter' || here === undefined) return;
      if (
        event.target instanceof Element &&
        event.target.closest('a, button, input, textarea, [role="dialog"]') !== null
      )
        return;
      event.preventDefault();
      open(here);
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [here, open]);
  return cursor;
}
