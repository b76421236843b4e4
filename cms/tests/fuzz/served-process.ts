import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { rateLimits } from '@linggong/config/access';
import { bootStrapi, freePort, type BootedStrapi } from '@linggong/database/testing';

/** The product as a process of its own, and an instance beside it on the same database that signs people in. */
export interface ServedProcess {
  readonly port: number;
  readonly booted: BootedStrapi;
  /** Everything that the process wrote. */
  said(): string;
  /** How it ended, while it should not have; undefined as long as it serves. */
  ended(): string | undefined;
  stop(): Promise<void>;
}

/** Credentials that are read at the start and used by nobody here: none of them may be written anywhere. */
export const markedSecrets = {
  TENCENT_CLOUD_SECRET_ID: 'zz-marked-tencent-id',
  TENCENT_CLOUD_SECRET_KEY: 'zz-marked-tencent-key',
  QICHACHA_APP_KEY: 'zz-marked-qichacha-id',
  QICHACHA_SECRET_KEY: 'zz-marked-qichacha-key',
  TIANYANCHA_TOKEN: 'zz-marked-tianyancha',
  ESIGN_CN_APP_ID: 'zz-marked-esign-id',
  ESIGN_CN_APP_SECRET: 'zz-marked-esign-secret',
  TENCENT_ESS_CALLBACK_KEY: 'zz-marked-callback-key-of-32-cha',
};

const entry = path.resolve(__dirname, '../../dist/src/serve.js');

/**
 * Starts what a web process of the platform is. In a process of its own an unhandled rejection ends it, as in service; inside of
 * Jest nobody would notice.
 */
export async function startServedProcess(): Promise<ServedProcess> {
  const booted = await bootStrapi();
  const port = await freePort();
  const child = forkServer({ PORT: String(port), LOG_LEVEL: 'http', RATE_LIMITS });
  let text = '';
  let ended: string | undefined;
  const keep = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('exit', (code, signal) => (ended = `exit ${String(code)} ${String(signal)}`));
  const stop = async (): Promise<void> => {
    await stopChild(child);
    await booted.stop();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error(`the process ended:\n${text}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, booted, said: () => text, ended: () => ended, stop };
}

/** One address asks more than any limit of calls lets it; what lies behind the limits is what is looked at. */
const RATE_LIMITS = Object.keys(rateLimits)
  .map((name) => `${name}=999999/60`)
  .join(',');

/** `bootStrapi` has put the settings of a web process on its database into the environment. */
function forkServer(change: Readonly<Record<string, string>>): ChildProcess {
  const env = { ...process.env, HOST: '127.0.0.1', ...markedSecrets, ...change };
  return fork(entry, [], { env, execArgv: [], silent: true });
}

/** What a process writes that cannot start with these settings. */
export async function saidOfFailedStart(change: Readonly<Record<string, string>>): Promise<string> {
  const child = forkServer({ PORT: '1', ...change });
  let text = '';
  const keep = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
