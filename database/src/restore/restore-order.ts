import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartProblem } from '../start-problem';

/** What is to be restored, and where to. */
export interface RestoreOrder {
  /** The state of that instant; undefined: everything that was stored. */
  readonly to: Date | undefined;
  /** Absolute folder that becomes a data folder (LINGGONG_DATA); of a dump, that gets its private files (undefined: none do). */
  readonly into: string | undefined;
  /** Restore a dump into the database of RESTORE_DATABASE_URL. */
  readonly database: boolean;
  /** Code of the backup to start from; undefined: the newest that ended before `to`. */
  readonly backup: string | undefined;
  /** Which installation, where several share a store. */
  readonly system: string | undefined;
  /** Recompute books, taxes and the audit log afterwards. */
  readonly prove: boolean;
}

export const usage = `用法 Usage:
  npm run restore -- --to <instant | latest> --into <folder> [--backup <code>] [--system <id>] [--no-proof]
  npm run restore -- --to latest --into-database --into <folder> [--backup <code>] [--system <id>]   (RESTORE_DATABASE_URL)
时刻用 ISO 8601 Instants are ISO 8601 with a zone: 2026-11-26T09:30:00+08:00`;

/** Arguments of `npm run restore` -> the order. @throws StartProblem that says what is wrong */
export function restoreOrder(args: readonly string[], cwd: string): RestoreOrder {
  const { to, into, backup, system, ...flags } = parsed(args);
  if (to === undefined) throw wrong('--to');
  const database = flags['into-database'] === true;
  if (!database && into === undefined) throw wrong('--into | --into-database');
  return {
    to: to === 'latest' ? undefined : instantOf(to),
    into: into === undefined ? undefined : path.resolve(cwd, into),
    database,
    backup,
    system,
    prove: flags['no-proof'] !== true,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        into: { type: 'string' },
        'into-database': { type: 'boolean' },
        backup: { type: 'string' },
        system: { type: 'string' },
        'no-proof': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

/** An instant without a zone would be read in that of the machine, and be eight hours off on another. */
function instantOf(text: string): Date {
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(at.getTime())) {
    throw wrong('--to');
  }
  return at;
}

function wrong(what: string): StartProblem {
  return new StartProblem({ zh: `参数有误：${what}`, en: `Not usable: ${what}\n${usage}` });
}
