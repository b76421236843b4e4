import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartProblem } from '../start-problem';

/** What `npm run audit:verify` is to hold the log against. */
export interface VerifyOrder {
  /** Absolute folder with exported roots, besides those that the installation knows. */
  readonly roots: string | undefined;
  /** Absolute folder with trusted public keys (`*.pub.pem`); undefined: those beside the signing key. */
  readonly keys: string | undefined;
}

export const usage = `用法 Usage:
  npm run audit:verify [-- --roots <folder>] [--keys <folder>]
校验本机安装（LINGGONG_DATA）或 DATABASE_URL 指定的数据库。Checks the installation on this machine (LINGGONG_DATA), or DATABASE_URL.`;

/** @throws StartProblem that says what is wrong */
export function verifyOrder(args: readonly string[], cwd: string): VerifyOrder {
  const { roots, keys } = parsed(args);
  const absolute = (folder: string | undefined) => (folder === undefined ? undefined : path.resolve(cwd, folder));
  return { roots: absolute(roots), keys: absolute(keys) };
}

function parsed(args: readonly string[]): { roots?: string | undefined; keys?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { roots: { type: 'string' }, keys: { type: 'string' } } }).values;
  } catch {
    throw new StartProblem({ zh: `参数有误。\n${usage}`, en: `The arguments are wrong.\n${usage}` });
  }
}
