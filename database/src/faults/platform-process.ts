import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../repository';

/** A web or worker process that is started again whenever it dies, at once. */
export interface PlatformProcess {
  /** Kills it with -9. Settles when the one after it serves. */
  kill(): Promise<void>;
  /** Settles when it serves. */
  serving(): Promise<void>;
  /** SIGTERM, and not again. */
  stop(): Promise<void>;
  /** Starts it anew with another environment. */
  restart(env: Record<string, string>): Promise<void>;
  /** Processes that ended without being killed by us. */
  readonly deaths: number;
}

/** A process that cannot start at all must not be tried for ever. */
const deathsMax = 20;

/** @param log file that takes what it says */
export function startPlatformProcess(env: Record<string, string>, log: string): PlatformProcess {
  let environment = env;
  let child: ChildProcess | undefined;
  let wanted = true;
  let killed = false;
  let deaths = 0;
  let served: Promise<void>;
  const output = openSync(log, 'a', 0o600);

  const start = (): void => {
    const begun = fork(path.join(repositoryRoot, 'cms/dist/src/serve.js'), [], {
      cwd: path.join(repositoryRoot, 'cms'),
      env: environment,
      stdio: ['ignore', output, output, 'ipc'],
    });
    child = begun;
    const first = new Promise<boolean>((resolve) => {
      begun.once('message', () => resolve(true));
      begun.once('exit', () => resolve(false));
    });
    begun.once('exit', () => {
      if (!killed) deaths += 1;
      killed = false;
      if (wanted && deaths <= deathsMax) start();
    });
    // Where it died before it served, the one after it counts.
    served = first.then((does) => {
      if (does) return;
      if (deaths > deathsMax) throw new Error(`a process died ${deaths} times by itself, see ${log}`);
      if (wanted) return served;
    });
    served.catch(() => undefined);
  };
  const ended = (): Promise<void> =>
    new Promise((resolve) => (child === undefined ? resolve() : void child.once('exit', () => resolve())));

  start();
  const stop = async (): Promise<void> => {
    wanted = false;
    killed = true;
    const gone = ended();
    child?.kill('SIGTERM');
    await gone;
  };
  return {
    serving: () => served,
    stop,
    async kill() {
      const gone = ended();
      killed = true;
      child?.kill('SIGKILL');
      await gone;
      await served;
    },
    async restart(next) {
      await stop();
      environment = next;
      wanted = true;
      killed = false;
      start();
      await served;
    },
    get deaths() {
      return deaths;
    },
  };
}
