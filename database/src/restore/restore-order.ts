import path from 'node:path';
import { parseArgs } from 'node:util';
import { holdsPersonalNumber } from '@linggong/core/domain';
import { StartProblem } from '../start-problem';

/** What is to be restored, and where to. */
export interface RestoreOrder {
  /** Whether an instant was named, or `latest`. */
  readonly named: boolean;
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
  /** By whose word. */
  readonly by: RestoreWord;
}

/** A file with the grant of two administrators; or, where the platform is gone, two of them at this terminal, and why. */
export type RestoreWord =
  { readonly kind: 'grant'; readonly file: string } | { readonly kind: 'emergency'; readonly reason: string };

export const usage = `用法 Usage:
  npm run restore -- --grant <file> --into <folder> [--no-proof]
  npm run restore -- --grant <file> --into-database --into <folder>   (RESTORE_DATABASE_URL)
  npm run restore -- --emergency --reason <why> --to <instant | latest> --into <folder> [--backup <code>] [--system <id>]
授权由系统管理员申请、安全管理员批准 The grant: asked by the system administrator, approved by the security administrator (备份 → 申请恢复)
平台已不可用时 Where the platform is gone: --emergency, 两名管理员各输入一个动态口令或恢复码 two administrators, a code each
时刻用 ISO 8601 Instants are ISO 8601 with a zone: 2026-11-26T09:30:00+08:00`;

/** Arguments of `npm run restore` -> the order. @throws StartProblem that says what is wrong */
export function restoreOrder(args: readonly string[], cwd: string): RestoreOrder {
  const { to, into, backup, system, grant, reason, ...flags } = parsed(args);
  const by = wordOf({ grant, reason, emergency: flags.emergency === true }, cwd);
  // A grant says what it is for; where something is named beside it, it has to be the same.
  if (to === undefined && by.kind === 'emergency') throw wrong('--to');
  const database = flags['into-database'] === true;
  if (!database && into === undefined) throw wrong('--into | --into-database');
  return {
    named: to !== undefined,
    to: to === undefined || to === 'latest' ? undefined : instantOf(to),
    into: into === undefined ? undefined : path.resolve(cwd, into),
    database,
    backup,
    system,
    prove: flags['no-proof'] !== true,
    by,
  };
}

interface Words {
  readonly grant: string | undefined;
  readonly reason: string | undefined;
  readonly emergency: boolean;
}

function wordOf({ grant, reason, emergency }: Words, cwd: string): RestoreWord {
  if (emergency === (grant !== undefined)) throw wrong('--grant | --emergency');
  if (grant !== undefined) return { kind: 'grant', file: path.resolve(cwd, grant) };
  if (reason === undefined || reason.trim().length < 2 || holdsPersonalNumber(reason)) throw wrong('--reason');
  return { kind: 'emergency', reason: reason.trim() };
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
        grant: { type: 'string' },
        emergency: { type: 'boolean' },
        reason: { type: 'string' },
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
