import { edit, mayEdit, type DecisionTable, type EditLevel, type TableCommand } from '@linggong/studio/domain';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** Steps that can be undone: more nobody remembers. */
const stepsMax = 200;

export interface Edits {
  readonly table: DecisionTable;
  /** Does it where the level allows it; false where nothing was done. */
  run: (command: TableCommand) => boolean;
  may: (command: TableCommand) => boolean;
  undo: () => void;
  redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Steps {
  /** The table that the steps lead to; another one from outside has no past here. */
  readonly of: DecisionTable;
  readonly undo: readonly TableCommand[];
  readonly redo: readonly TableCommand[];
}

/** The table of a controlled editor with its commands, undo and redo. */
export function useEdits(
  table: DecisionTable,
  onChange: ((table: DecisionTable) => void) | undefined,
  level: EditLevel,
): Edits {
  const [kept, setKept] = useState<Steps>({ of: table, undo: [], redo: [] });
  const steps = kept.of === table ? kept : { of: table, undo: [], redo: [] };
  // What was done in one tick builds on what was done before it, not on what was last drawn.
  const now = useRef(steps);
  useLayoutEffect(() => {
    now.current = steps;
  });
  const put = useCallback(
    (next: Steps): void => {
      now.current = next;
      setKept(next);
      onChange?.(next.of);
    },
    [onChange],
  );
  const may = useCallback(
    (command: TableCommand) => onChange !== undefined && mayEdit(level, command),
    [onChange, level],
  );
  const run = useCallback(
    (command: TableCommand): boolean => {
      const { of, undo } = now.current;
      const edited = may(command) ? edit(of, command) : undefined;
      if (edited === undefined) return false;
      put({ of: edited.table, undo: [...undo, edited.undo].slice(-stepsMax), redo: [] });
      return true;
    },
    [may, put],
  );
  const step = useCallback(
    (from: 'undo' | 'redo', to: 'undo' | 'redo'): void => {
      const command = now.current[from].at(-1);
      const edited = command && edit(now.current.of, command);
      if (edited === undefined) return;
      const next = { ...now.current, of: edited.table, [from]: now.current[from].slice(0, -1) };
      put({ ...next, [to]: [...now.current[to], edited.undo] });
    },
    [put],
  );
  return useMemo(
    () => ({
      table,
      run,
      may,
      undo: () => {
        step('undo', 'redo');
      },
      redo: () => {
        step('redo', 'undo');
      },
      canUndo: steps.undo.length > 0,
      canRedo: steps.redo.length > 0,
    }),
    [table, run, may, step, steps.undo.length, steps.redo.length],
  );
}
