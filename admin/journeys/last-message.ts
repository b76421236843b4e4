import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const waitLimitMs = 60_000;

/** The code of the newest message that the sandbox of a platform has sent; waits for one that came after `since` (ms of the clock). */
export async function codeSentSince(folder: string, since: number): Promise<string> {
  const messages = path.join(folder, 'messages');
  const end = performance.now() + waitLimitMs;
  while (performance.now() < end) {
    // Names begin with the instant in milliseconds.
    const names = await readdir(messages).catch(() => []);
    const newest = names.sort().at(-1);
    if (newest !== undefined && Number.parseInt(newest, 10) >= since) {
      const code = /验证码：(\d{6})/.exec(await readFile(path.join(messages, newest), 'utf8'))?.[1];
      if (code !== undefined) return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no message with a code came');
}
