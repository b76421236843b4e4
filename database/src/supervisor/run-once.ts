import { fork } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { StartProblem } from '../start-problem';

export const cmsFolder = path.join(repositoryRoot, 'cms');

/** Of what a child said, so many lines are shown when it fails. */
const lastLines = 40;

export interface RunOnceOptions {
  /** Compiled entry, relative to the repository. */
  readonly entry: string;
  readonly env: Record<string, string | undefined>;
  /** Each message that the child sends. */
  readonly onMessage?: (message: unknown) => void;
  /** Ends the child (SIGTERM). */
  readonly signal: AbortSignal;
  /** Sent to the child over the channel; for what must stand neither in its arguments nor in its environment. */
  readonly input?: object;
}

/**
 * Runs a child to its end. What it writes is kept and shown only when it fails.
 * @throws StartProblem with what the child said last; AbortError where it was stopped
 */
export async function runOnce(options: RunOnceOptions): Promise<void> {
  const child = fork(path.join(repositoryRoot, options.entry), [], {
    cwd: cmsFolder,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal: options.signal,
  });
  const said: string[] = [];
  const keep = (chunk: Buffer): void => {
    said.push(chunk.toString('utf8'));
    said.splice(0, said.length - 200);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('message', (message) => options.onMessage?.(message));
  if (options.input) {
    child.send(options.input);
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    const output = said.join('').trim().split('\n').slice(-lastLines).join('\n');
    throw new StartProblem({
      zh: `${options.entry} 失败(${String(code)}):\n${output}`,
      en: `${options.entry} failed (${String(code)}), see above.`,
    });
  }
}
