import { execFile, spawnSync } from 'node:child_process';
import type { SystemAccount } from './system-account';

/** A minimal environment: nothing of ours (secrets, PG* variables of the operator) reaches the server. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function optionsFor(account: SystemAccount | undefined): {
  env: typeof environment;
  cwd: string;
  uid?: number;
  gid?: number;
} {
  return { env: environment, cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) };
}

/**
 * Runs one of the server's programs to its end, as the system account where there is one.
 * @throws Error with what the program said on stderr
 */
export function runProgram(
  program: string,
  args: readonly string[],
  account: SystemAccount | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { ...optionsFor(account), maxBuffer: 1 << 20 }, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(`${program} failed: ${(stderr || stdout || error.message).trim()}`, { cause: error }));
      } else {
        resolve(stdout);
      }
    });
  });
}

/** Whether a program can be executed at all by that account (a folder above it may be closed, as /root is). */
export function canRun(program: string, args: readonly string[], account: SystemAccount | undefined): boolean {
  return spawnSync(program, [...args], { ...optionsFor(account), stdio: 'ignore' }).status === 0;
}
