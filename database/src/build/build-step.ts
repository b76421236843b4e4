import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { StartProblem } from '../start-problem';
import { step } from '../supervisor/progress';
import { inputHash } from './input-hash';

/** One thing to build, and what it is built from. */
export interface BuildStep {
  readonly zh: string;
  readonly en: string;
  /** Files and folders, relative to the repository. */
  readonly inputs: readonly string[];
  /** Folder that the build fills; holds the stamp, so that deleting the output means building again. */
  readonly output: string;
  /** Node script and arguments. */
  readonly command: readonly [script: string, ...args: string[]];
  readonly cwd: string;
}

const lastLines = 40;

/** Builders see nothing of credentials (`withoutSecrets`). */
export type BuildEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Builds unless the output stands and was made from the very same inputs.
 * @throws StartProblem with what the builder said last; AbortError where it was stopped
 */
export async function build(one: BuildStep, env: BuildEnvironment, signal: AbortSignal): Promise<void> {
  const stamp = path.join(repositoryRoot, one.output, '.built-from');
  const wanted = inputHash(repositoryRoot, one.inputs);
  if (stampOf(stamp) === wanted) {
    return;
  }
  await step(one.zh, one.en, () => runBuild(one, env, signal));
  writeFileSync(stamp, wanted);
}

function stampOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function runBuild(one: BuildStep, env: BuildEnvironment, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...one.command], {
      cwd: path.join(repositoryRoot, one.cwd),
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        const output = said.trim().split('\n').slice(-lastLines).join('\n');
        reject(new StartProblem({ zh: `${one.zh}失败：\n${output}`, en: `${one.en} failed, see above.` }));
      }
    });
  });
}
