import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Settings } from '@linggong/config';
import { repositoryRoot } from '../repository';
import { StartProblem } from '../start-problem';
import { createBackOff } from './back-off';
import { say } from './progress';
import { cmsFolder } from './run-once';
import { servingReport, type ServingReport } from './serving-report';

/** The web and worker process, kept alive. */
export interface PlatformChild {
  /** Resolves when it first serves; rejects with a StartProblem when it dies three times before that. */
  readonly serving: Promise<ServingReport>;
  /** Stops it gracefully and starts it again at once (reload). */
  restart(): Promise<void>;
  /** SIGTERM, then SIGKILL after the time it is allowed. */
  stop(): Promise<void>;
}

const deathsBeforeServing = 3;

/** @param env as childEnvironment gives it: DATABASE_URL of linggong_app only */
export function keepRunning(
  env: Record<string, string | undefined>,
  { stopTimeoutSeconds, heapMb }: Pick<Settings, 'stopTimeoutSeconds' | 'heapMb'>,
): PlatformChild {
  const backOff = createBackOff();
  let child: ChildProcess | undefined;
  let wanted = true;
  let served = false;
  let pause: NodeJS.Timeout | undefined;
  let settle: { resolve(report: ServingReport): void; reject(error: Error): void };
  const serving = new Promise<ServingReport>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const start = (): void => {
    const begun = performance.now();
    child = fork(path.join(repositoryRoot, 'cms/dist/src/serve.js'), [], {
      cwd: cmsFolder,
      // The allocator keeps what each thread once needed, in an arena of its own; two are enough for a pool of four.
      env: { MALLOC_ARENA_MAX: '2', ...env },
      stdio: 'inherit',
      execArgv: [...process.execArgv, `--max-old-space-size=${heapMb}`, '--expose-gc'],
    });
    child.on('message', (message) => {
      const report = servingReport.safeParse(message);
      if (report.success) {
        served = true;
        settle.resolve(report.data);
      }
    });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (wanted) died(performance.now() - begun, signal ?? String(code));
    });
  };

  const died = (ranForMs: number, how: string): void => {
    const waitMs = backOff.next(ranForMs);
    if (!served && backOff.deaths >= deathsBeforeServing) {
      settle.reject(
        new StartProblem({
          zh: `平台进程连续 ${deathsBeforeServing} 次未能启动(${how})，原因见上。`,
          en: `The platform process died ${deathsBeforeServing} times before it served (${how}), see above.`,
        }),
      );
      return;
    }
    say(`! 平台进程退出，${waitMs / 1000} 秒后重启 The platform process ended (${how}), again in ${waitMs / 1000} s`);
    pause = setTimeout(start, waitMs);
  };

  const stop = async (): Promise<void> => {
    wanted = false;
    clearTimeout(pause);
    const running = child;
    if (!running) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const limit = setTimeout(() => running.kill('SIGKILL'), stopTimeoutSeconds * 1000 + 1000);
    await gone;
    clearTimeout(limit);
  };

  start();
  return {
    serving,
    stop,
    restart: async () => {
      await stop();
      wanted = true;
      start();
    },
  };
}
