import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fillMessage } from '../../domain/message-text';
import type { Message, MessageChannel } from './message-sender';
import type { WordsInForce } from './message-texts';
import { valuesOf } from './message-values';

/** Messages that the sandbox keeps; the oldest go first. */
const KEPT_MAX = 50;

interface SandboxParts {
  /** Made where it is missing; only we can read it. */
  readonly folder: string;
  readonly mask: (phone: string) => string;
  readonly now: () => Date;
}

/** The telephones of the demo: each message is a file that only we can read, the number on it masked. */
export function createSandboxSender({ folder, mask, now }: SandboxParts): MessageChannel {
  return {
    name: 'sandbox',
    async send(message, words, signal) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${now().getTime().toString().padStart(15, '0')}-${randomUUID()}.txt`);
      await writeFile(file, textOf(message, words, mask), { mode: 0o600, flag: 'wx', signal });
      await dropOld(folder);
      return true;
    },
  };
}

/** Both languages, each behind the signature that an operator would put there. */
function textOf(message: Message, { text }: WordsInForce, mask: SandboxParts['mask']): string {
  const { zh, en } = fillMessage(text, valuesOf(message));
  return [mask(message.phone), `【灵工】${zh}`, `Linggong: ${en}`, ''].join('\n');
}

/** Names begin with the time. A file that another process dropped is none any more. */
async function dropOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  for (const name of names.slice(0, Math.max(0, names.length - KEPT_MAX)))
    await rm(path.join(folder, name), { force: true });
}
