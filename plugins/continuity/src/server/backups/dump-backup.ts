import { spawn, type ChildProcess } from 'node:child_process';
import { once as onceEvent } from 'node:events';
import { putSealed, type SealedStore, type StoredPart } from '../store/sealed';
import { dumpProgram, programEnvironment } from './dump-programs';
import { backupFolder } from './manifest';

export interface DumpOrder {
  readonly code: string;
  readonly system: string;
  readonly backupUrl: string;
  readonly major: number;
}

/**
 * A dump of one database (逻辑备份, `pg_dump -Fc`), streamed into the store: one state of the moment at which it began. There is no
 * way from it to a later instant: the server's operator archives its log himself.
 * @throws Problem `continuity.program-missing`; Error with what pg_dump said
 */
export async function takeDump(
  sealed: SealedStore,
  order: DumpOrder,
  progress: (bytes: number) => void = () => undefined,
): Promise<{ parts: StoredPart[]; clearBytes: number }> {
  const program = await dumpProgram('pg_dump', order.major);
  const child = spawn(program, ['--format=custom', '--no-password', '--lock-wait-timeout=60s'], {
    env: programEnvironment(order.backupUrl),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = endOf(child);
  // Heard again below; until then nobody may call it unhandled.
  ended.catch(() => undefined);
  let clearBytes = 0;
  const said = async function* (): AsyncGenerator<Buffer> {
    // A stream without an encoding yields buffers.
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      clearBytes += chunk.length;
      progress(clearBytes);
      yield chunk;
    }
    // The stream of a dump that failed ends like any other: only the exit tells, and the object must not be finished then.
    await ended;
  };
  const name = `${backupFolder(order.system, order.code)}/dump`;
  return { parts: [await putSealed(sealed, name, said())], clearBytes };
}

/** @throws Error with the program's last words, which name tables and roles, never rows */
export async function endOf(child: ChildProcess): Promise<void> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString('utf8')}`.slice(-2_000);
  });
  const [code] = (await onceEvent(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${String(code)}: ${words.trim()}`);
}
