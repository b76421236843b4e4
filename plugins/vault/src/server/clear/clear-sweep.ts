import { record } from '@linggong/audit';
import type { Command, Database } from '@linggong/core';
import type { ClearSource } from './clear-source';
import { beginSweeps, dueSweep, endPass, noteClearWindow } from './clear-sweep-rows';
import { sealWindow } from './clear-window';

export interface ClearTools {
  readonly db: Database;
  readonly sources: () => readonly ClearSource[];
}

/**
 * One window of a table with values of before in clear (明文补加密), in one transaction with its cursor and its entry in the log. Whoever is killed
 * in it loses this window and nothing else. `wait`: other processes are at it; `idle`: nothing is due.
 */
export function stepClearSweep({ db, sources }: ClearTools, command: Command): Promise<'again' | 'wait' | 'idle'> {
  const names = sources().map(({ name }) => name);
  return db.transaction(async (tx) => {
    await beginSweeps(tx, names, command.at);
    const due = await dueSweep(tx, names, command.at);
    if (due === 'none') return 'idle';
    const source = due === 'taken' ? undefined : sources().find(({ name }) => name === due.source);
    if (due === 'taken' || !source) return 'wait';
    const window = await sealWindow(tx, source, due.cursor);
    await noteClearWindow(tx, source.name, window);
    const subject = { kind: 'clear-value', id: source.name };
    if (window.sealed.length > 0) {
      const after = { sealed: window.sealed.length, broken: window.broken };
      await record(tx, command, { action: 'clear-value.encrypt', subject, ids: window.sealed, after });
    }
    if (window.last !== null) return 'again';
    const { isProved, ...counts } = await endPass(tx, source.name, command.at);
    if (isProved) await record(tx, command, { action: 'clear-value.finish', subject, after: counts });
    else if (counts.broken !== '0') await record(tx, command, { action: 'clear-value.fail', subject, after: counts });
    return 'again';
  });
}
